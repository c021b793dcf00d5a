import type {
  BatchSaid,
  Counts,
  Group,
  LeftOut,
  RestsOn,
  RowsPage,
  RowWhole,
  VerifyingRow,
  Whose,
} from '../../contract/device/verifying.ts'
import { leftOutCodes, verifyingLimits } from '../../contract/device/verifying.ts'
import { settlingOf } from '../../core/badge/settling.ts'
import { seenLetters } from '../../core/kit/seen-letters.ts'
import type { BatchRow, LeftOutRow } from '../../db/verifying-store/batches.ts'
import type { GroupRow, InputRow, RowPlace } from '../../db/verifying-store/inputs.ts'
import type { Snapshot } from '../../db/verifying-store/snapshot.ts'
import { summaryOf, wholeOf } from './answered.ts'
import type { DecidedOf } from './decided.ts'
import type { Knowledge } from './knowledge.ts'
import { worstFirst } from './severity.ts'
import { placeOfGroup, standings } from './standing.ts'
import { countOf } from './left-out-count.ts'

/** What Verify keeps, now or as it stood when a report was begun. */
export type Kept = Pick<Snapshot, 'batches' | 'inputs'>

/** A batch in numbers, without its groups. `now`: what is known by now. */
export function batchSaid(
  kept: Kept,
  batch: BatchRow,
  decidedOf: DecidedOf,
  now: Knowledge,
): BatchSaid {
  const { id, name, begunAt, checkedAt, tookMs, leftOutCount } = batch
  const leftOut = kept.batches.leftOut(id).map(leftOutOf)
  return {
    id,
    name,
    only: onlyOf(kept, id),
    begunAt,
    checkedAt: checkedAt ?? undefined,
    counts: countsOf(kept, id, decidedOf),
    tookMs,
    leftOut,
    leftOutCount,
    leftOutMore: leftOut.reduce((more, left) => more - countOf(left), leftOutCount),
    coming: kept.batches.coming(id),
    addresses: kept.inputs.addresses(id),
    restsOn: restsOn(kept, id, begunAt, now),
    groups: [],
  }
}

/** What one badge alone is called: a list of one is told from others by it. */
function onlyOf({ inputs }: Kept, batch: string): string | undefined {
  const [row, another] = inputs.page(batch, { limit: 2 })
  if (row === undefined || another !== undefined) return undefined
  const { person, badge } = rowSaid(row)
  const said = [person, badge].filter(part => part !== undefined).join(', ')
  return said === '' ? row.name : said
}

function restsOn(kept: Kept, batch: string, begunAt: number, now: Knowledge): readonly RestsOn[] {
  const rows = kept.inputs.knowledge(batch).map(({ digest, said, count, from, until }) => {
    const known: Knowledge = JSON.parse(said)
    return { ...plainKnowledge(known), count, from, until, isNow: digest === now.digest }
  })
  if (rows.length > 0) return rows
  return [{ ...plainKnowledge(now), count: 0, from: begunAt, until: begunAt, isNow: true }]
}

const plainKnowledge = ({ name, issuers, lists, asOf }: Knowledge) => ({
  name,
  issuers,
  lists,
  asOf,
})

/** The groups of a batch, worst first, then the larger first. */
export function groupsOf(kept: Kept, batch: string, decidedOf: DecidedOf): readonly Group[] {
  return kept.inputs
    .groups(batch)
    .map(row => groupOf(row, decidedOf))
    .toSorted(worstFirst)
}

function groupOf({ grp, count, summary }: GroupRow, decidedOf: DecidedOf): Group {
  const { standing, mark, also, because, causes, issuer, notFetched } = summaryOf(summary)
  const settling = settlingOf(causes, decidedOf)
  return { id: grp, standing, count, mark, also, because, issuer, notFetched, ...settling }
}

/** How many inputs of a batch stand where. */
export function countsOf(kept: Kept, batch: string, decidedOf: DecidedOf): Counts {
  const counts = { fails: 0, unknown: 0, unread: 0, apart: 0, holds: 0 }
  let [all, waiting, stopped] = [0, 0, 0]
  for (const { state, place, count } of kept.inputs.counts(batch)) {
    all += count
    if (state === 'waiting') waiting += count
    if (state === 'stopped') stopped += count
    const standing = state === 'checked' ? standings[place] : undefined
    if (standing !== undefined) counts[standing] += count
  }
  const open = groupsOf(kept, batch, decidedOf)
    .filter(({ standing }) => standing === 'fails' || standing === 'unknown')
    .filter(({ decided }) => decided === undefined)
    .reduce((sum, { count }) => sum + count, 0)
  return { ...counts, all, waiting, stopped, open }
}

/** A page of rows; `undefined` where the group or the place is none. */
export function rowsPage(
  kept: Kept,
  batch: string,
  asked: {
    readonly group?: string | undefined
    readonly after?: string | undefined
    readonly limit?: number | undefined
  },
): RowsPage | undefined {
  const { group, limit = verifyingLimits.rowsMax } = asked
  const place = group === undefined ? undefined : placeOfGroup(group)
  const after = asked.after === undefined ? undefined : placeIn(asked.after)
  if ((group !== undefined && place === undefined) || (asked.after !== undefined && !after))
    return undefined
  const rows = kept.inputs.page(batch, {
    ...(group === undefined || place === undefined ? {} : { group: { place, grp: group } }),
    ...(after === undefined ? {} : { after }),
    limit,
  })
  const last = rows.length < limit ? undefined : rows.at(-1)
  return {
    rows: rows.map(rowSaid),
    next: last === undefined ? undefined : `${last.place} ${last.grp} ${last.n}`,
  }
}

function placeIn(after: string): RowPlace | undefined {
  const [, place, grp = '', n] = /^(\d) ([0-9a-f.]{0,40}) (\d{1,6})$/.exec(after) ?? []
  return place === undefined ? undefined : { place: Number(place), grp, n: Number(n) }
}

/** One input with everything that is known of it. */
export function rowWhole(
  kept: Kept,
  batch: string,
  n: number,
  decidedOf: DecidedOf,
  endedOf: DecidedOf = () => undefined,
): RowWhole | undefined {
  const row = kept.inputs.one(batch, n)
  if (row === undefined) return undefined
  const packed = row.state === 'checked' ? kept.inputs.packed(batch, n) : undefined
  const whole = packed === undefined ? undefined : wholeOf(packed)
  const causes = row.summary === null ? [] : summaryOf(row.summary).causes
  const decided = whole === undefined ? undefined : settlingOf(causes, decidedOf).decided
  return {
    row: rowSaid(row),
    verified: whole?.verified,
    notFetched: whole?.notFetched,
    missed: whole?.missed ?? [],
    asksNetwork: row.asksNetwork === 1 || row.address !== null,
    decided,
    ended: decided === undefined ? causes.map(endedOf).find(one => one !== undefined) : undefined,
  }
}

/** What is not read has no issuer. */
const nobodys: Whose = { id: undefined, host: undefined, name: undefined, isKnown: false }

function rowSaid({ n, name, state, grp, summary: text }: InputRow): VerifyingRow {
  const summary = state === 'checked' && text !== null ? summaryOf(text) : undefined
  return {
    n,
    name: seenLetters(name),
    state,
    group: summary === undefined ? undefined : grp,
    standing: summary?.standing,
    person: summary?.person,
    badge: summary?.badge,
    issuer: summary?.issuer ?? nobodys,
    notFetched: summary?.notFetched,
    kind: summary?.kind,
    marks: summary?.marks,
    mark: summary?.mark,
  }
}

function leftOutOf({ name, code, facts }: LeftOutRow): LeftOut {
  const known = leftOutCodes.find(one => one === code) ?? 'zip_damaged'
  return { name: seenLetters(name), code: known, facts: JSON.parse(facts) }
}
