import type { TrustBundle } from 'open-badges-validator-core/verify'
import type {
  BatchSaid,
  Counts,
  Group,
  LeftOut,
  RowsPage,
  RowWhole,
  VerifyingRow,
} from '../../contract/device/verifying.ts'
import { leftOutCodes, verifyingLimits } from '../../contract/device/verifying.ts'
import { mayBeAccepted } from '../../core/badge/cause.ts'
import type { BatchRow, LeftOutRow } from '../../db/verifying-store/batches.ts'
import type { GroupRow, InputRow, RowPlace } from '../../db/verifying-store/inputs.ts'
import { summaryOf, wholeOf } from './answered.ts'
import type { DecidedOf } from './decided.ts'
import { placeOfGroup, standings } from './standing.ts'
import type { Verifying } from './verifying.ts'

/** A batch in numbers, without its groups. */
export function batchSaid(
  verifying: Verifying,
  batch: BatchRow,
  decidedOf: DecidedOf,
  bundle: TrustBundle,
): BatchSaid {
  const { id, name, begunAt, checkedAt, tookMs, leftOutCount } = batch
  const times = [...bundle.documents.values(), ...bundle.issuers].map(one => one.fetchedAt)
  const issuers = new Set(bundle.issuers.map(issuer => issuer.id))
  // An issuer's document may stand under its address too.
  const documents = new Set([...bundle.documents.values()].map(one => one.content))
  return {
    id,
    name,
    begunAt,
    checkedAt: checkedAt ?? undefined,
    counts: countsOf(verifying, id, decidedOf),
    tookMs,
    leftOut: verifying.batches.leftOut(id).map(leftOutOf),
    leftOutCount,
    bundle: {
      name: bundle.name,
      issuers: issuers.size,
      lists: Math.max(0, documents.size - issuers.size),
      asOf: times.length === 0 ? undefined : Math.min(...times),
    },
    groups: [],
  }
}

/** The groups of a batch, worst first, then the larger first. */
export function groupsOf(
  verifying: Verifying,
  batch: string,
  decidedOf: DecidedOf,
): readonly Group[] {
  return verifying.inputs.groups(batch).map(row => groupOf(row, decidedOf))
}

function groupOf({ grp, count, summary }: GroupRow, decidedOf: DecidedOf): Group {
  const { standing, mark, because, cause, issuerId, issuerName } = summaryOf(summary)
  return {
    id: grp,
    standing,
    count,
    mark,
    because,
    issuer: issuerId ?? '',
    issuerName,
    cause,
    mayAccept: cause !== undefined && mayBeAccepted(cause),
    decided: decidedOf(cause),
  }
}

/** How many inputs of a batch stand where. */
export function countsOf(verifying: Verifying, batch: string, decidedOf: DecidedOf): Counts {
  const counts = { fails: 0, unknown: 0, unread: 0, apart: 0, holds: 0 }
  let [all, waiting, stopped] = [0, 0, 0]
  for (const { state, place, count } of verifying.inputs.counts(batch)) {
    all += count
    if (state === 'waiting') waiting += count
    if (state === 'stopped') stopped += count
    const standing = state === 'checked' ? standings[place] : undefined
    if (standing !== undefined) counts[standing] += count
  }
  const open = groupsOf(verifying, batch, decidedOf)
    .filter(({ standing }) => standing === 'fails' || standing === 'unknown')
    .filter(({ decided }) => decided === undefined)
    .reduce((sum, { count }) => sum + count, 0)
  return { ...counts, all, waiting, stopped, open }
}

/** A page of rows; `undefined` where the group or the place is none. */
export function rowsPage(
  verifying: Verifying,
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
  const rows = verifying.inputs.page(batch, {
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
  verifying: Verifying,
  batch: string,
  n: number,
  decidedOf: DecidedOf,
): RowWhole | undefined {
  const row = verifying.inputs.one(batch, n)
  if (row === undefined) return undefined
  const packed = row.state === 'checked' ? verifying.inputs.packed(batch, n) : undefined
  const whole = packed === undefined ? undefined : wholeOf(packed)
  const cause = row.summary === null ? undefined : summaryOf(row.summary).cause
  return {
    row: rowSaid(row),
    verified: whole?.verified,
    notFetched: whole?.notFetched,
    decided: whole === undefined ? undefined : decidedOf(cause),
  }
}

function rowSaid({ n, name, state, grp, summary: kept }: InputRow): VerifyingRow {
  const summary = state === 'checked' && kept !== null ? summaryOf(kept) : undefined
  return {
    n,
    name,
    state,
    group: summary === undefined ? undefined : grp,
    standing: summary?.standing,
    person: summary?.person,
    badge: summary?.badge,
    issuer: summary?.issuerName ?? summary?.issuerId,
    issuerHost: summary?.issuerHost,
    kind: summary?.kind,
    marks: summary?.marks,
    mark: summary?.mark,
  }
}

function leftOutOf({ name, code, facts }: LeftOutRow): LeftOut {
  const known = leftOutCodes.find(one => one === code) ?? 'zip_damaged'
  return { name, code: known, facts: JSON.parse(facts) }
}
