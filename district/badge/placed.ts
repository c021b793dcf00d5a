import type { Badge } from '../../core/badge/record.ts'
import { BadgeRecord } from '../../core/badge/record.ts'
import type { GivenEndorsement } from '../../core/endorsement/given.ts'
import { GivenEndorsementRecord } from '../../core/endorsement/given.ts'
import type { Rec, RecordType } from '../../core/kit/record-type.ts'
import type { ListAsk } from '../../db/index-table/list.ts'
import { listRowsMax } from '../../db/index-table/list.ts'
import type { Seen } from '../../db/seen.ts'

/** What a list tells. */
export const purposes = ['revocation', 'suspension'] as const
export type Purpose = (typeof purposes)[number]

/** What has a place in the status lists. */
interface Placed {
  readonly state: string
  readonly statusIndex?: number | undefined
}

interface Kind {
  readonly type: RecordType<Placed>
  /** The states in which its bit is set. */
  readonly set: Readonly<Record<Purpose, readonly string[]>>
}

/** Every kind of record that has places in the lists, all of them in the same lists. */
const kinds: readonly Kind[] = [
  {
    type: BadgeRecord,
    set: { revocation: ['revoked', 'superseded'], suspension: ['suspended'] },
  },
  { type: GivenEndorsementRecord, set: { revocation: ['withdrawn'], suspension: [] } },
]

/** Whether a record's bit is to be set in the list of a purpose. Throws for a kind that has no places. */
export function isSetFor(kind: string, { state }: Placed, purpose: Purpose): boolean {
  const found = kinds.find(({ type }) => type.kind === kind)
  if (found === undefined) throw new Error(`${kind} has no place in status lists`)
  return found.set[purpose].includes(state)
}

/** As far as a store is asked what has which place. */
export interface Placing {
  seen(): Pick<Seen, 'list'>
}

interface Known {
  readonly store: Placing
}

/** Whether a place among all lists (`statusIndex`) is somebody's. */
export async function isHeld({ store }: Known, status: number): Promise<boolean> {
  for (const { type } of kinds)
    if ((await store.seen().list(type, { where: { status }, limit: 1 })).length > 0) return true
  return false
}

/** The places in a range, ends included, whose bits are to be set for a purpose. */
export async function toBeSet(
  { store }: Known,
  range: { readonly from: number; readonly to: number },
  purpose: Purpose,
): Promise<readonly number[]> {
  const found: number[] = []
  for (const { type, set } of kinds)
    for (const state of set[purpose]) {
      let after: ListAsk['after']
      do {
        const rows = await store.seen().list(type, {
          where: { state, status: range },
          limit: listRowsMax,
          ...(after === undefined ? {} : { after }),
        })
        for (const { rec } of rows)
          if (rec.body.statusIndex !== undefined) found.push(rec.body.statusIndex)
        after = rows.length < listRowsMax ? undefined : rows.at(-1)?.place
      } while (after !== undefined)
    }
  return found
}

/** The badge at a place among all lists. */
export const badgeHolding = (known: Known, status: number): Promise<Rec<Badge> | undefined> =>
  holding(known, BadgeRecord, status)

/** The district's word about others at a place among all lists. */
export const givenHolding = (
  known: Known,
  status: number,
): Promise<Rec<GivenEndorsement> | undefined> => holding(known, GivenEndorsementRecord, status)

async function holding<B>(
  { store }: Known,
  type: RecordType<B>,
  status: number,
): Promise<Rec<B> | undefined> {
  const [row] = await store.seen().list(type, { where: { status }, limit: 1 })
  return row?.rec
}
