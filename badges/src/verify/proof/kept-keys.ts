import { thumbprintOf } from '../../jose/thumbprint.ts'
import { textOf, valueAt } from '../../json/value.ts'
import type { Case } from '../case.ts'
import { epochMsOf } from '../date-time.ts'
import type { KeptKey } from '../trust-bundle.ts'
import { statedMethod } from './controller-document.ts'
import { keyOfMethod } from './key-of-method.ts'
import { resolvedFrom, type ResolvedKey } from './resolved-key.ts'
import { wholeMethod } from './whole-method.ts'

/**
 * Adds what the bundle keeps of earlier keys to what the documents say now. A key that is there in
 * both is one key, with the narrower time of use; a kept key of the same name with other bytes (a key
 * replaced under its old name) is a second one to try.
 *
 * @param asOf when the owner's document was fetched; null where it is not at hand. A key that it does
 * not name any more was retired by then, if nobody says when.
 * @param isMeant tells by method id and controller which kept keys could be the one.
 */
export function withKeptKeys(
  the: Case,
  current: readonly ResolvedKey[],
  asOf: number | null,
  isMeant: (methodId: string, controller: string) => boolean,
): readonly ResolvedKey[] {
  const keys = the.bundle.keys ?? []
  if (keys.length === 0) return current
  const byKey = thumbprintsOf(keys)
  const narrowed = current.map(key =>
    // A key that was taken back stays so under every name it is asked for by.
    (byKey.get(printOf(key)) ?? []).map(old => resolvedKept(the, old)).reduce(narrow, key),
  )
  const more = keys
    .filter(({ method }) =>
      isMeant(textOf(valueAt(method, 'id')) ?? '', textOf(valueAt(method, 'controller')) ?? ''),
    )
    .map(old => resolvedKept(the, old))
    .filter(old => !current.some(key => isSame(old, key) && key.problem === null))
    .map(old => goneBy(old, asOf))
  // What nobody has now is not worth an answer beside what the bundle kept of it.
  const useful = more.length === 0 ? narrowed : narrowed.filter(key => key.problem === null)
  return [...useful, ...more]
}

const thumbprints = new WeakMap<readonly KeptKey[], ReadonlyMap<string, readonly KeptKey[]>>()

/** Kept keys by their thumbprint, worked out once for a bundle: each costs a look at its curve. */
function thumbprintsOf(keys: readonly KeptKey[]): ReadonlyMap<string, readonly KeptKey[]> {
  const known = thumbprints.get(keys)
  if (known !== undefined) return known
  const byKey = new Map<string, KeptKey[]>()
  for (const kept of keys) {
    const key = keyOfMethod(kept.method)
    const print = key.ok ? thumbprintOf(key.value) : ''
    byKey.set(print, [...(byKey.get(print) ?? []), kept])
  }
  thumbprints.set(keys, byKey)
  return byKey
}

/** @returns a thumbprint, or a text that is none. */
function printOf({ key }: ResolvedKey): string {
  return key === null ? 'none' : thumbprintOf(key)
}

function resolvedKept(the: Case, { method, from, until, revoked, ...rest }: KeptKey): ResolvedKey {
  const stated = statedMethod(method, '')
  const { fetchedAt, source } = rest
  const evidence = { source, fetchedAt, ageMs: Math.max(0, the.at - fetchedAt) }
  return {
    ...resolvedFrom({ ...stated, isAssertionMethod: true }, stated.id),
    from: textAt(from),
    expires: earlier(stated.expires, textAt(until)),
    revoked: earlier(stated.revoked, textAt(revoked)),
    evidence,
    asOf: fetchedAt,
  }
}

function goneBy(old: ResolvedKey, asOf: number | null): ResolvedKey {
  if (asOf === null || asOf < (old.asOf ?? 0)) return old
  return { ...old, expires: earlier(old.expires, textAt(asOf)) }
}

function isSame(one: ResolvedKey, other: ResolvedKey): boolean {
  if (one.key === null || other.key === null) return false
  return thumbprintOf(one.key) === thumbprintOf(other.key)
}

/** A lost key is lost under every name; a time of use is that of one name. */
function narrow(key: ResolvedKey, old: ResolvedKey): ResolvedKey {
  const revoked = earlier(key.revoked, old.revoked)
  if (wholeMethod(key.method) !== old.method) return { ...key, revoked }
  return {
    ...key,
    from: old.from ?? key.from,
    expires: earlier(key.expires, old.expires),
    revoked,
  }
}

/** @returns the earlier of two dates; one that cannot be read is kept, since it counts as passed. */
function earlier(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other
  const [first, second] = [epochMsOf(one), epochMsOf(other)]
  if (first === null) return one
  return second === null || second < first ? other : one
}

function textAt(ms: number | undefined): string | null {
  return ms === undefined || Math.abs(ms) > 8.64e15 ? null : new Date(ms).toISOString()
}
