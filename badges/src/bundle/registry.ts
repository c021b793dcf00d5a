import { textOfUtf8 } from '../bytes/text.ts'
import { parseJson } from '../json/parse.ts'
import { isList, isObject, textOf, valueAt, type JsonValue } from '../json/value.ts'
import { bundleTextMax, registryValuesMax } from '../limits.ts'
import { found, refused, type Result } from '../refusal.ts'
import { epochMsOf } from '../verify/date-time.ts'
import type { KnownIssuer } from '../verify/trust-bundle.ts'
import type { BundleEntry } from './bundle-file.ts'

/** The issuers a registry names, as somebody fetched it. */
export interface Registry {
  readonly issuers: readonly KnownIssuer[]
  /** When the registry says it was last changed, epoch ms; null where it does not say. */
  readonly updatedAt: number | null
  /** Entries that name no issuer: without an id, or with one that is too long. */
  readonly leftOut: number
}

/**
 * Reads a registry: `{"registry": {"did:…": {"name"}}, "meta": {"updated"}}` as the Digital Credentials
 * Consortium publishes it, or `{"name"?, "issuers": [{"id", "name"?}]}`. That a registry names an issuer
 * is what its keeper says; whether it is believed is for whoever signs the bundle.
 *
 * @returns the issuers, each with the registry as its source; or why it could not be read.
 */
export function readRegistry(entry: BundleEntry): Result<Registry> {
  if (entry.httpStatus < 200 || entry.httpStatus > 299)
    return refused('NOT_RETRIEVED', { httpStatus: entry.httpStatus })
  const text = textOfUtf8(entry.bytes)?.trim() ?? null
  const parsed =
    text === null
      ? refused('PARSING_ERROR', { reason: 'not UTF-8' })
      : parseJson(text, registryValuesMax)
  if (!parsed.ok) return parsed
  const listed = listedIn(parsed.value)
  if (listed === null) return refused('MALFORMED_VALUE_ERROR', { reason: 'no list of issuers' })
  const name = shortText(valueAt(parsed.value, 'name')) ?? entry.url
  const { fetchedAt, url } = entry
  const known = { fetchedAt, source: `registry ${name}`, url }
  const issuers = listed.flatMap(({ id, name: own }) =>
    id === null ? [] : [{ id, ...(own === null ? {} : { name: own }), ...known }],
  )
  const meta = valueAt(parsed.value, 'meta')
  const stated = textOf(valueAt(meta, 'updated')) ?? textOf(valueAt(meta, 'created'))
  const updatedAt = epochMsOf(stated ?? '')
  return found({ issuers, updatedAt, leftOut: listed.length - issuers.length })
}

interface Listed {
  readonly id: string | null
  readonly name: string | null
}

function listedIn(value: JsonValue): readonly Listed[] | null {
  const byId = valueAt(value, 'registry')
  if (isObject(byId)) return Object.entries(byId).map(([id, entry]) => listed(id, entry))
  const issuers = valueAt(value, 'issuers')
  if (!isList(issuers)) return null
  return issuers.map(entry => listed(valueAt(entry, 'id'), entry))
}

function listed(id: JsonValue | undefined, entry: JsonValue): Listed {
  return { id: shortText(id), name: shortText(valueAt(entry, 'name')) }
}

/** @returns a text that a bundle could hold, or null. */
function shortText(value: JsonValue | undefined): string | null {
  const text = textOf(value)
  return text === null || text === '' || text.length > bundleTextMax ? null : text
}
