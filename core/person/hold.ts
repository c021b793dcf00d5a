import { z } from 'zod'
import { administrationStream } from '../access/streams.ts'
import { recordType } from '../kit/record-type.ts'

/** The longest reason of a hold (UTF-16 units). */
export const holdReasonCharsMax = 2_000

export const holdSchema = z.object({
  /** Why nothing of the person may go, and where that is written: a case, a date, a letter. */
  reason: z.string().max(holdReasonCharsMax),
  putBy: z.string(),
  putAt: z.number(),
  liftedBy: z.string().optional(),
  liftedAt: z.number().optional(),
})
export type Hold = z.infer<typeof holdSchema>

/** A legal hold on a person's record: while it is in force nothing of it is erased (security.md §4). Its id is the person's. */
export const HoldRecord = recordType<Hold>({
  kind: 'hold',
  schema: holdSchema,
  version: 1,
  // Never the person's: what they may have to answer for is not told by this program.
  seats: () => [
    { stream: 'office', view: 'all' },
    { stream: administrationStream, view: 'all' },
  ],
})

/** Whether a hold is in force. */
export const isHeld = (hold: Pick<Hold, 'liftedAt'> | undefined): boolean =>
  hold !== undefined && hold.liftedAt === undefined
