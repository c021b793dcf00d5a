import { bytesOfBase64url } from '../bytes/base64url.ts'
import { utf8 } from '../bytes/text.ts'
import { isList, isObject, textOf, type JsonObject, type JsonValue } from '../json/value.ts'
import { bundleBytesMax, bundleEntriesMax, bundleIssuersMax, bundleTextMax } from '../limits.ts'
import { bundleType, bundleVersion, type BundleEntry, type BundleFile } from './bundle-file.ts'
import { entryKinds } from '../entry-kinds.ts'
import type { KeptKey, KnownIssuer } from '../verify/trust-bundle.ts'
import type { BundleRefusal, BundleResult } from './bundle-refusal.ts'

/** A bundle as it was read: shape and limits hold; signature and digests are for the caller to check. */
export interface ReadBundle {
  readonly file: BundleFile
  /** All that is signed, as it stands there. */
  readonly unsigned: JsonObject
  readonly publicKey: string
  readonly signature: string
  /** The digests the file states, by the place of the entry. */
  readonly sha256: readonly string[]
}

class NotRead extends Error {
  readonly refusal: BundleRefusal
  constructor(refusal: BundleRefusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/** Reads the shape strictly: every member that must be there, no other, each of its type. */
export function readBundle(bytes: Uint8Array): BundleResult<ReadBundle> {
  try {
    return { ok: true, value: whole(bytes) }
  } catch (error) {
    if (error instanceof NotRead) return { ok: false, refusal: error.refusal }
    throw error
  }
}

function whole(bytes: Uint8Array): ReadBundle {
  if (bytes.length > bundleBytesMax) tooLarge('bundleBytesMax', bundleBytesMax)
  const root = objectAt(parsed(bytes), '', [
    ...['type', 'version', 'name', 'createdAt', 'entries', 'keys', 'issuers'],
    ...['publicKey', 'signature'],
  ])
  if (root['type'] !== bundleType) wrong('/type', `${bundleType} expected`)
  if (root['version'] !== bundleVersion)
    throw new NotRead({
      code: 'BUNDLE_VERSION',
      version: shownVersion(root['version']).slice(0, 20),
    })
  const entries = listAt(root['entries'], '/entries', bundleEntriesMax)
  const keys = listAt(root['keys'], '/keys', bundleEntriesMax)
  const issuers = listAt(root['issuers'], '/issuers', bundleIssuersMax)
  const read = entries.map((entry, at) => entryAt(entry, `/entries/${at}`))
  const file = {
    name: textAt(root['name'], '/name'),
    createdAt: timeAt(root['createdAt'], '/createdAt'),
    entries: read.map(({ entry }) => entry),
    keys: keys.map((key, at) => keyAt(key, `/keys/${at}`)),
    issuers: issuers.map((issuer, at) => issuerAt(issuer, `/issuers/${at}`)),
  }
  once(file.entries, ({ url }) => url, '/entries')
  once(file.keys, ({ method }) => JSON.stringify(method), '/keys')
  once(file.issuers, ({ id }) => id, '/issuers')
  const { signature, ...unsigned } = root
  return {
    file,
    unsigned,
    publicKey: textAt(root['publicKey'], '/publicKey'),
    signature: textAt(signature, '/signature'),
    sha256: read.map(entry => entry.sha256),
  }
}

/** An object is never asked for its text: what it holds as `toString` is the file's word. */
function shownVersion(version: JsonValue | undefined): string {
  return typeof version === 'number' ? `${version}` : (textOf(version) ?? '')
}

function parsed(bytes: Uint8Array): JsonValue {
  try {
    const value: JsonValue = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return value
  } catch {
    return wrong('', 'not JSON in UTF-8')
  }
}

function entryAt(value: JsonValue, about: string): { entry: BundleEntry; sha256: string } {
  const content = isObject(value) && Object.hasOwn(value, 'text') ? 'text' : 'base64url'
  const hasFinalUrl = isObject(value) && Object.hasOwn(value, 'finalUrl')
  const names = [
    ...['url', 'kind', content, 'sha256', 'fetchedAt', 'source', 'httpStatus'],
    ...(hasFinalUrl ? ['finalUrl'] : []),
  ]
  const entry = objectAt(value, about, names)
  const kind = entryKinds.find(known => known === entry['kind'])
  const httpStatus = entry['httpStatus']
  if (kind === undefined) return wrong(`${about}/kind`, 'a known kind expected')
  if (typeof httpStatus !== 'number' || !Number.isInteger(httpStatus) || httpStatus < 100)
    return wrong(`${about}/httpStatus`, 'a status of HTTP expected')
  const stated = textOf(entry[content])
  const bytes =
    stated === null ? null : content === 'text' ? utf8(stated) : bytesOfBase64url(stated)
  if (bytes === null) return wrong(`${about}/${content}`, 'content expected')
  return {
    entry: {
      url: textAt(entry['url'], `${about}/url`),
      kind,
      bytes,
      fetchedAt: timeAt(entry['fetchedAt'], `${about}/fetchedAt`),
      source: textAt(entry['source'], `${about}/source`),
      httpStatus,
      ...(hasFinalUrl ? { finalUrl: textAt(entry['finalUrl'], `${about}/finalUrl`) } : {}),
    },
    sha256: textAt(entry['sha256'], `${about}/sha256`),
  }
}

function keyAt(value: JsonValue, about: string): KeptKey {
  const times = ['from', 'until', 'revoked'] as const
  const has = times.filter(name => isObject(value) && Object.hasOwn(value, name))
  const key = objectAt(value, about, ['method', 'fetchedAt', 'source', ...has])
  return {
    method: methodAt(key['method'], `${about}/method`),
    ...Object.fromEntries(has.map(name => [name, timeAt(key[name], `${about}/${name}`)])),
    fetchedAt: timeAt(key['fetchedAt'], `${about}/fetchedAt`),
    source: textAt(key['source'], `${about}/source`),
  }
}

/** A flat object of texts, with a JWK one level down: nothing here may nest deeper. */
function methodAt(value: JsonValue | undefined, about: string): JsonObject {
  if (!isObject(value)) return wrong(about, 'an object expected')
  for (const [name, member] of Object.entries(value)) {
    const isJwk = name === 'publicKeyJwk' && isObject(member)
    for (const text of isJwk ? Object.values(member) : [member])
      textAt(text, `${about}/${name.slice(0, 100)}`)
  }
  for (const name of ['id', 'controller'])
    if (!Object.hasOwn(value, name)) wrong(`${about}/${name}`, 'missing')
  return value
}

function issuerAt(value: JsonValue, about: string): KnownIssuer {
  const hasName = isObject(value) && Object.hasOwn(value, 'name')
  const names = ['id', 'fetchedAt', 'source', ...(hasName ? ['name'] : [])]
  const issuer = objectAt(value, about, names)
  return {
    id: textAt(issuer['id'], `${about}/id`),
    ...(hasName ? { name: textAt(issuer['name'], `${about}/name`) } : {}),
    fetchedAt: timeAt(issuer['fetchedAt'], `${about}/fetchedAt`),
    source: textAt(issuer['source'], `${about}/source`),
  }
}

function objectAt(value: JsonValue, about: string, names: readonly string[]): JsonObject {
  if (!isObject(value)) return wrong(about, 'an object expected')
  const missing = names.find(name => !Object.hasOwn(value, name))
  if (missing !== undefined) return wrong(`${about}/${missing}`, 'missing')
  const strange = Object.keys(value).find(name => !names.includes(name))
  if (strange !== undefined) return wrong(`${about}/${strange.slice(0, 100)}`, 'not of this format')
  return value
}

function listAt(
  value: JsonValue | undefined,
  about: string,
  itemsMax: number,
): readonly JsonValue[] {
  if (!isList(value)) return wrong(about, 'a list expected')
  return value.length > itemsMax ? tooLarge(about, itemsMax) : value
}

function textAt(value: JsonValue | undefined, about: string): string {
  const text = textOf(value)
  if (text === null || text === '') return wrong(about, 'a text expected')
  return text.length > bundleTextMax ? tooLarge(about, bundleTextMax) : text
}

function timeAt(value: JsonValue | undefined, about: string): number {
  const ms = Date.parse(textOf(value) ?? '')
  if (Number.isNaN(ms) || new Date(ms).toISOString() !== value)
    return wrong(about, 'a time in UTC with milliseconds expected')
  return ms
}

function once<T>(items: readonly T[], nameOf: (item: T) => string, about: string): void {
  const seen = new Set<string>()
  for (const [at, item] of items.entries()) {
    if (seen.has(nameOf(item))) wrong(`${about}/${at}`, 'stands there twice')
    seen.add(nameOf(item))
  }
}

function wrong(about: string, reason: string): never {
  throw new NotRead({ code: 'BUNDLE_NOT_READ', about, reason })
}

function tooLarge(limit: string, max: number): never {
  throw new NotRead({ code: 'BUNDLE_TOO_LARGE', limit, max })
}
