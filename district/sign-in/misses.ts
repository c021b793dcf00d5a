import { int } from '../../db/sql/row.ts'
import type { Steps } from '../../db/sql/steps.ts'
import { query } from '../../db/sql/steps.ts'

/**
 * How much may be tried in vain (security.md §6). Only misses count: a school is one address. Spare codes are for days
 * without a phone, so three wrong ones in a day are enough.
 */
export const signInMissesMax = {
  accountIn15Minutes: 5,
  sourceIn15Minutes: 30,
  spareADay: 3,
} as const

const windowMs = 15 * 60_000
const dayMs = 86_400_000

/** What was tried: a password or a one-time code, or a spare code. */
export type TriedWhat = 'sign-in' | 'spare'

interface Tried {
  /** A hash of the name that was given, whether it is anybody's or not. */
  readonly account: string
  readonly source: string
  readonly what: TriedWhat
  readonly now: number
}

/**
 * Notes a try as a miss before it is looked at, so that many at one moment are not more than the limit; `forgiven`
 * takes it back where it was right. `undefined`: too many were wrong, and this one is not looked at.
 */
export function* noteTry({ account, source, what, now }: Tried): Steps<number | undefined> {
  yield* query('delete from sign_in_miss where at <= ?', now - dayMs)
  const [ofAccount, ofSource] = [
    yield* missesOf('account', account, what, now),
    yield* missesOf('source', source, what, now),
  ]
  const accountMax =
    what === 'spare' ? signInMissesMax.spareADay : signInMissesMax.accountIn15Minutes
  if (ofAccount >= accountMax || ofSource >= signInMissesMax.sourceIn15Minutes) return undefined
  const [row] = yield* query(
    'insert into sign_in_miss (account, source, what, at) values (?, ?, ?, ?) returning n',
    account,
    source,
    what,
    now,
  )
  return row && int(row, 'n')
}

function* missesOf(
  column: 'account' | 'source',
  value: string,
  what: TriedWhat,
  now: number,
): Steps<number> {
  const since = column === 'account' && what === 'spare' ? now - dayMs : now - windowMs
  // From one place all that is tried counts together.
  const which = column === 'account' ? 'and what = ?' : ''
  const [row] = yield* query(
    `select count(*) as n from sign_in_miss where ${column} = ? and at > ? ${which}`,
    value,
    since,
    ...(column === 'account' ? [what] : []),
  )
  return row === undefined ? 0 : int(row, 'n')
}

/** It was right: no miss. */
export function* forgiven(n: number): Steps<void> {
  yield* query('delete from sign_in_miss where n = ?', n)
}
