import type { Json, Key } from '../../core/kit/record-type.ts'
import { int, text } from '../sql/row.ts'
import type { Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import type { Base } from './base.ts'
import { markDirty } from './dirty.ts'
import { heldAt, isHeld, outboxRowOf, touchesOf } from './outbox.ts'
import { redecide } from './redecide.ts'
import { standingOf } from './standing.ts'

/** What leaves the house, and may be taken back until it does: one command, or several that were done as one. */
export interface Going {
  /** Key of the last of them: by it all are taken back. */
  readonly key: string
  readonly command: string
  /** What went into the last of them. */
  readonly input: Json
  readonly count: number
  /** Epoch ms, by this device's clock; passed: it goes as soon as the district can be reached. */
  readonly goesAt: number
}

/** What came of taking back. `needed`: something done since, of this name, would not stand without it. */
export type TakenBack =
  | { readonly took: 'back'; readonly changed: readonly Key[] }
  | { readonly took: 'gone' }
  | { readonly took: 'needed'; readonly by: string }

/** What has not left at a time of this device's clock, oldest first. */
export function* goingAt(nowMs: number): Steps<Going[]> {
  // The columns beside a max() are those of the row that has it; all of a group go at one time, and what a clock that
  // was put back would hold too long goes now.
  const rows = yield* query(
    `select max(n) as n, key, name, input, count(*) as rows_all,
       case when ${isHeld} then goes_at else min(goes_at, ?) end as goes_at
     from outbox where state = 'queued' and goes_with is not null group by goes_with order by n`,
    ...heldAt(nowMs),
    nowMs,
  )
  return rows.map(row => ({
    key: text(row, 'key'),
    command: text(row, 'name'),
    input: JSON.parse(text(row, 'input')),
    count: int(row, 'rows_all'),
    goesAt: int(row, 'goes_at'),
  }))
}

/** The keys of what is held. */
export function* heldKeys(nowMs: number): Steps<Set<string>> {
  const rows = yield* query(`select key from outbox where ${isHeld}`, ...heldAt(nowMs))
  return new Set(rows.map(row => text(row, 'key')))
}

/** Those that were done as one wait for the last of them. */
export function* holdTogether(goesWith: string, goesAt: number): Steps<void> {
  yield* query(
    "update outbox set goes_at = ? where goes_with = ? and state = 'queued'",
    goesAt,
    goesWith,
  )
}

/**
 * Takes back a command that was held and has not been sent, and all that were done as one with it: they leave the
 * outbox, and what hangs on their records is decided again without them. The caller's transaction keeps it only when it
 * took `back`: where one has gone, or something done since would fall, everything stays as it was.
 */
export function* takeBack(key: string, base: Base): Steps<TakenBack> {
  const row = yield* outboxRowOf(key)
  if (row?.goesWith === undefined) return { took: 'gone' }
  const all = yield* query('select n, state from outbox where goes_with = ?', row.goesWith)
  if (all.some(each => text(each, 'state') !== 'queued')) return { took: 'gone' }
  const shownBefore = yield* shownRows()
  const changed = new Set<Key>()
  for (const each of all) {
    const n = int(each, 'n')
    for (const touch of yield* touchesOf(n)) changed.add(touch.key)
    yield* query('delete from touch where n = ?', n)
    yield* query('delete from outbox where n = ?', n)
    shownBefore.delete(n)
  }
  const standing = yield* standingOf()
  const seen = yield* redecide(changed, standing, base)
  // Half a pull is no ground to decide on: once it is complete, these are decided again.
  if (standing.midPull) yield* markDirty(changed)
  const shownNow = yield* shownRows()
  for (const [n, name] of shownBefore) if (!shownNow.has(n)) return { took: 'needed', by: name }
  return { took: 'back', changed: [...seen] }
}

/** The commands of this device that are seen as done, by their numbers. */
function* shownRows(): Steps<Map<number, string>> {
  const rows = yield* query(
    "select n, name from outbox where sight = 'shown' and state in ('queued', 'sent', 'waiting')",
  )
  return new Map(rows.map(each => [int(each, 'n'), text(each, 'name')]))
}
