import { sha256 } from '@noble/hashes/sha2.js'
import { base64url } from '../bytes/base64url.ts'
import { hexOf, utf8 } from '../bytes/text.ts'
import { canonicalJson } from '../json/jcs.ts'
import type { JsonObject } from '../json/value.ts'
import type { KeptKey, KnownIssuer } from '../verify/trust-bundle.ts'
import { bundleType, bundleVersion, signedPrefix, type BundleFile } from './bundle-file.ts'

/** @returns the members of the file without the signature, in the order the format asks for. */
export function bundleJson(file: BundleFile, publicKey: string): JsonObject {
  return {
    type: bundleType,
    version: bundleVersion,
    name: file.name,
    createdAt: timeText(file.createdAt),
    entries: [...file.entries].sort(by('url')).map(entry => ({
      url: entry.url,
      kind: entry.kind,
      ...contentOf(entry.bytes),
      sha256: hexOf(sha256(entry.bytes)),
      fetchedAt: timeText(entry.fetchedAt),
      source: entry.source,
      httpStatus: entry.httpStatus,
      ...(entry.finalUrl === undefined ? {} : { finalUrl: entry.finalUrl }),
    })),
    keys: file.keys.map(keyJson).sort((one, other) => order(nameOfKey(one), nameOfKey(other))),
    issuers: [...file.issuers].sort(by('id')).map(issuerJson),
    publicKey,
  }
}

/** @returns what is signed, the prefix and the canonical bytes; null for what JSON cannot say. */
export function signedBytes(unsigned: JsonObject): Uint8Array | null {
  const text = canonicalJson(unsigned)
  return text.ok ? utf8(signedPrefix + text.value) : null
}

/** @returns the bytes of the file; null for what JSON cannot say. */
export function bundleBytes(unsigned: JsonObject, signature: string): Uint8Array | null {
  const text = canonicalJson({ ...unsigned, signature })
  return text.ok ? utf8(text.value) : null
}

function keyJson({ method, from, until, revoked, fetchedAt, source }: KeptKey): JsonObject {
  return {
    method,
    ...(from === undefined ? {} : { from: timeText(from) }),
    ...(until === undefined ? {} : { until: timeText(until) }),
    ...(revoked === undefined ? {} : { revoked: timeText(revoked) }),
    fetchedAt: timeText(fetchedAt),
    source,
  }
}

function issuerJson({ id, name, fetchedAt, source }: KnownIssuer): JsonObject {
  return {
    id,
    ...(name === undefined ? {} : { name }),
    fetchedAt: timeText(fetchedAt),
    source,
  }
}

function nameOfKey(key: JsonObject): string {
  const text = canonicalJson(key['method'] ?? null)
  return text.ok ? text.value : ''
}

/** Same order everywhere: by code units, never by a language. */
function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

function by<Key extends string>(key: Key) {
  return (one: Readonly<Record<Key, string>>, other: Readonly<Record<Key, string>>): number =>
    order(one[key], other[key])
}

function timeText(ms: number): string {
  return new Date(ms).toISOString()
}

/** Text where decoding and encoding give the same bytes back, mark of byte order included. */
function contentOf(bytes: Uint8Array): { text: string } | { base64url: string } {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return { text }
  } catch {
    return { base64url: base64url(bytes) }
  }
}
