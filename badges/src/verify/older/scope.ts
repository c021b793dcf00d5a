import { listOf, textOf, textsOf, valueAt, type JsonObject } from '../../json/value.ts'
import { webAddress } from './web-address.ts'

/** Whether an address belongs to an issuer; `unclear` where its rule can be read two ways. */
export type Scope = 'inside' | 'outside' | 'unclear'

/**
 * Whether an id lies where an issuer says that its badges live (OB 2.0 #VerificationObject):
 * `startsWith`, `allowedOrigins`, both where both are there, and without either the origin of the
 * issuer's own id.
 *
 * Stricter than a comparison of texts: a prefix ends at a host or a path boundary, so that
 * `https://a.example` does not allow `https://a.example.evil`; `https` may stand for `http`, never
 * the other way round; a host name alone means no special port.
 */
export function scopeOf(id: string, issuerUrl: string, profile: JsonObject): Scope {
  const address = webAddress(id)
  const issuer = webAddress(issuerUrl)
  if (address === null) return 'outside'
  if (issuer === null) return 'unclear'
  const rule = valueAt(profile, 'verification')
  const property = textOf(valueAt(rule, 'verificationProperty')) ?? 'id'
  if (property !== 'id') return 'unclear'
  const prefixes = listOf(valueAt(rule, 'startsWith'))
  const origins = listOf(valueAt(rule, 'allowedOrigins'))
  const answers: Scope[] = []
  if (prefixes.length > 0)
    answers.push(best(textsOf(prefixes).map(prefix => prefixScope(address, prefix))))
  if (origins.length > 0)
    answers.push(best(textsOf(origins).map(origin => originScope(address, origin, issuer))))
  if (answers.length === 0) answers.push(isSameOrSafer(address, issuer) ? 'inside' : 'outside')
  if (answers.includes('outside')) return 'outside'
  return answers.includes('unclear') ? 'unclear' : 'inside'
}

function best(answers: readonly Scope[]): Scope {
  if (answers.includes('inside')) return 'inside'
  return answers.includes('unclear') ? 'unclear' : 'outside'
}

/** A prefix that stops within a word (`/~ann` for `/~anna`) may cover a stranger's: unclear. */
function prefixScope(address: URL, text: string): Scope {
  const prefix = webAddress(text)
  if (prefix === null || prefix.origin !== address.origin) return 'outside'
  // Both are normalised: `..` and `%2e%2e` are gone. A prefix without a path means its whole site.
  if (!address.href.startsWith(prefix.href)) return 'outside'
  const next = address.href.charAt(prefix.href.length)
  const isBoundary = /[/?#=&]$/.test(prefix.href) || next === '' || /[/?#&]/.test(next)
  return isBoundary ? 'inside' : 'unclear'
}

/** Entries should be host names; one with a scheme or a port means exactly that origin. */
function originScope(address: URL, text: string, issuer: URL): Scope {
  const asOrigin = webAddress(text)
  if (asOrigin !== null) return asOrigin.origin === address.origin ? 'inside' : 'outside'
  const named = /^[^/\s@?#\\]+$/.test(text) ? webAddress(`${address.protocol}//${text}`) : null
  if (named === null || named.host !== address.host) return 'outside'
  const isSafe = address.protocol === 'https:' || issuer.protocol === 'http:'
  return isSafe ? 'inside' : 'outside'
}

function isSameOrSafer(address: URL, issuer: URL): boolean {
  if (address.origin === issuer.origin) return true
  return (
    issuer.protocol === 'http:' &&
    address.protocol === 'https:' &&
    address.host === issuer.host &&
    address.port === ''
  )
}
