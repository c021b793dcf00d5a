import { z } from 'zod'
import { create, patch } from '../kit/change.ts'
import type { Change } from '../kit/change.ts'
import type { Rec } from '../kit/record-type.ts'
import { recordType } from '../kit/record-type.ts'

/** How many badges one officer revokes alone within an hour; more need a second one (security.md, row 35). */
export const revokedAloneMax = 25
const hourMs = 3_600_000

const paceSchema = z.object({
  /** Who revoked alone, and when by the district's clock (epoch ms): the last hour's. */
  recent: z.array(z.object({ by: z.string(), at: z.number() })),
})
export type RevokingPace = z.infer<typeof paceSchema>

/** The one id under which the office's pace is kept. */
export const revokingPaceId = 'district'

/** How many badges each officer revoked alone lately. */
export const RevokingPaceRecord = recordType<RevokingPace>({
  kind: 'revoking-pace',
  schema: paceSchema,
  version: 1,
  seats: () => [{ stream: 'office', view: 'all' }],
})

/** How many more one officer may revoke alone now. */
export function revocationsLeft(pace: RevokingPace | undefined, by: string, now: number): number {
  const mine = pace?.recent.filter(one => one.by === by && isRecent(one.at, now)) ?? []
  return Math.max(0, revokedAloneMax - mine.length)
}

/** Counts one more. What a computer's clock says does not count: it would spread a hundred over the days before. */
export function revokedAlone(pace: Rec<RevokingPace> | undefined, by: string, now: number): Change {
  const recent = [
    ...(pace?.body.recent ?? []).filter(one => isRecent(one.at, now)),
    { by, at: now },
  ]
  return pace === undefined
    ? create(RevokingPaceRecord, revokingPaceId, { recent })
    : patch(pace, { recent })
}

/** Should the district's clock have been set back, what was counted ahead of it counts until then. */
const isRecent = (at: number, now: number): boolean => at > now - hourMs
