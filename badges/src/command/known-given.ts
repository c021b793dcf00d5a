import { stat } from 'node:fs/promises'
import { textOfUtf8 } from '../bytes/text.ts'
import { parseJson } from '../json/parse.ts'
import { isList, isObject, textOf, valueAt, type JsonValue } from '../json/value.ts'
import { jsonBytesMax } from '../limits.ts'
import { epochMsOf } from '../verify/date-time.ts'
import type { KeptKey, KnownIssuer } from '../verify/trust-bundle.ts'
import { WrongUse } from './exit.ts'
import { readGiven } from './with-documents.ts'

/** Reads a JSON list of `{"id", "name"?}`: the issuers somebody knows. Throws WrongUse. */
export async function issuersGiven(path: string): Promise<readonly KnownIssuer[]> {
  const { items, fetchedAt } = await listGiven(path)
  return items.map((item, at) => {
    const id = textOf(valueAt(item, 'id'))
    const name = textOf(valueAt(item, 'name'))
    if (id === null) throw new WrongUse(`${path}: issuer ${at + 1} has no id.`)
    return { id, ...(name === null ? {} : { name }), fetchedAt, source: 'file given' }
  })
}

/**
 * Reads a JSON list of `{"method", "from"?, "until"?, "revoked"?}`: keys that are in no document any more,
 * with the verification method as it stood there and RFC 3339 times. Throws WrongUse.
 */
export async function keysGiven(path: string): Promise<readonly KeptKey[]> {
  const { items, fetchedAt } = await listGiven(path)
  return items.map((item, at) => {
    const method = valueAt(item, 'method')
    if (!isObject(method)) throw new WrongUse(`${path}: key ${at + 1} has no method.`)
    const [from, until, revoked] = ['from', 'until', 'revoked'].map(name =>
      timeIn(item, name, `${path}: key ${at + 1}`),
    )
    return {
      method,
      ...(from === undefined ? {} : { from }),
      ...(until === undefined ? {} : { until }),
      ...(revoked === undefined ? {} : { revoked }),
      fetchedAt,
      source: 'file given',
    }
  })
}

function timeIn(item: JsonValue, name: string, where: string): number | undefined {
  const stated = valueAt(item, name)
  if (stated === undefined) return undefined
  const ms = epochMsOf(textOf(stated) ?? '')
  if (ms === null) throw new WrongUse(`${where}: ${name} is no time with a zone.`)
  return ms
}

async function listGiven(
  path: string,
): Promise<{ items: readonly JsonValue[]; fetchedAt: number }> {
  const parsed = parseJson(textOfUtf8(await readGiven(path, jsonBytesMax))?.trim() ?? '')
  if (!parsed.ok || !isList(parsed.value)) throw new WrongUse(`${path} is not a list in JSON.`)
  return { items: parsed.value, fetchedAt: Math.floor((await stat(path)).mtimeMs) }
}
