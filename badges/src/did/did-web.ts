import { found, refused, type Result } from '../refusal.ts'
import type { JsonObject } from '../json/value.ts'
import { ed25519Multikey } from './multikey.ts'

const hostName = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/
const segmentSigns = /^[A-Za-z0-9._~!$&'()*+,;=@%-]+$/

/**
 * did:web method, section "Read": `:` separates path segments, `%3A` in the first part is a port,
 * without a path the document is at `/.well-known/did.json`. Host names only: an IP literal names no
 * domain, and `..` or an empty segment would name another document than the identifier shows.
 *
 * @returns the HTTPS URL of the document, or MALFORMED_VALUE_ERROR.
 */
export function didWebToUrl(did: string): Result<string> {
  const parts = did.split(':')
  if (parts[0] !== 'did' || parts[1] !== 'web' || parts.length < 3) return malformed(did)
  const authority = (parts[2] ?? '').split(/%3a/i)
  const host = authority[0] ?? ''
  const port = authority[1]
  if (authority.length > 2 || !hostName.test(host.toLowerCase()) || isIpLiteral(host))
    return malformed(did)
  if (port !== undefined && !(/^[1-9]\d{0,4}$/.test(port) && Number(port) < 65536))
    return malformed(did)
  const segments = parts.slice(3)
  if (!segments.every(isSafeSegment)) return malformed(did)
  const path = segments.length === 0 ? '/.well-known' : `/${segments.join('/')}`
  return found(`https://${host}${port === undefined ? '' : `:${port}`}${path}/did.json`)
}

/**
 * The way back, for a server that wants to know its own name.
 *
 * @param url an HTTPS URL of a site or folder, or of the `did.json` in it.
 * @returns the DID, or MALFORMED_VALUE_ERROR.
 */
export function urlToDidWeb(url: string): Result<string> {
  let parsed: URL
  try {
    parsed = new URL(url)
  } catch {
    return malformed(url)
  }
  const isPlain =
    parsed.protocol === 'https:' &&
    parsed.username === '' &&
    parsed.password === '' &&
    parsed.search === '' &&
    parsed.hash === ''
  if (!isPlain) return malformed(url)
  const segments = parsed.pathname
    .replace(/\/did\.json$/, '')
    .split('/')
    .filter(Boolean)
  const named = segments.length === 1 && segments[0] === '.well-known' ? [] : segments
  const did = ['did:web', parsed.host.replace(':', '%3A'), ...named].join(':')
  const back = didWebToUrl(did)
  return back.ok ? found(did) : malformed(url)
}

/** A key as a did:web document publishes it. Retired keys stay, with the time they ended. */
export interface PublishedKey {
  /** Part after `#`. */
  readonly fragment: string
  /** 32 bytes, Ed25519. */
  readonly publicKey: Uint8Array
  /** RFC 3339, with zone. */
  readonly expires?: string
  readonly revoked?: string
}

/**
 * @returns the document to serve at `didWebToUrl(did)`: Multikeys, all under assertionMethod but those that were taken
 * back. A reader who knows nothing of `revoked` finds none of these there.
 */
export function didWebDocument(did: string, keys: readonly PublishedKey[]): JsonObject {
  const methods = keys.map(key => ({
    id: `${did}#${key.fragment}`,
    type: 'Multikey',
    controller: did,
    publicKeyMultibase: ed25519Multikey(key.publicKey),
    ...(key.expires === undefined ? {} : { expires: key.expires }),
    ...(key.revoked === undefined ? {} : { revoked: key.revoked }),
  }))
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    verificationMethod: methods,
    assertionMethod: keys
      .filter(key => key.revoked === undefined)
      .map(key => `${did}#${key.fragment}`),
  }
}

function isSafeSegment(segment: string): boolean {
  if (!segmentSigns.test(segment)) return false
  let plain: string
  try {
    plain = decodeURIComponent(segment)
  } catch {
    return false
  }
  return plain !== '.' && plain !== '..' && !/[/\\?#]/.test(plain)
}

/** A dotted number, or a host that ends in a number: the URL standard reads both as IPv4. */
function isIpLiteral(host: string): boolean {
  return /^(0x[0-9a-f]*|\d+)$/i.test(host.split('.').at(-1) ?? '')
}

function malformed(text: string): ReturnType<typeof refused> {
  return refused('MALFORMED_VALUE_ERROR', { value: text.slice(0, 200) })
}
