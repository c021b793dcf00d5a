import { valueAt, type JsonValue } from '../../json/value.ts'

/**
 * Reads the date that ends or revokes a key. Whatever stands there that is no plain text is kept as text
 * that is no date, and such a date counts as passed: a revocation that is written badly revokes.
 *
 * @returns the text as written; null where there is none, or where it says `false`.
 */
export function dateStated(stated: JsonValue | undefined): string | null {
  if (stated === undefined || stated === null || stated === false) return null
  return typeof stated === 'string' ? stated : JSON.stringify(stated).slice(0, 100)
}

/** @returns `exp` of a JWK, which is in seconds as some key sets write it, as such a date. */
export function endOfJwk(jwk: JsonValue | undefined): string | null {
  const exp = valueAt(jwk, 'exp')
  const isTime = typeof exp === 'number' && Math.abs(exp) < 8e12
  return isTime ? new Date(exp * 1000).toISOString() : dateStated(exp)
}
