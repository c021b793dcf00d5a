import { z } from 'zod'
import { administrationStream } from '../access/streams.ts'
import { recordType } from '../kit/record-type.ts'
import { isOver } from '../second-yes/asked.ts'
import { byProposal, proposalFields } from '../second-yes/fields.ts'
import { jointActMs, jointActStates, proposalOf } from './record.ts'

/** What may become of the keys that a district signs with: another one signs, or one is given up. Stored: never rename. */
export const keyChanges = ['rotate', 'compromise', 'replace'] as const

/** A key's id, as the district's document names it. */
export const keyIdInput = z.string().regex(/^key-[1-9]\d{0,4}$/)

export const keyChangeSchema = z.object({
  /** `replace`: it was lost, and no copy of it was left; nobody asks for that beforehand. */
  what: z.enum(keyChanges),
  /** The key that is given up. */
  key: keyIdInput.optional(),
  /** Since when somebody else may have had it (epoch ms). */
  from: z.number().optional(),
  reason: z.string(),
  state: z.enum(jointActStates),
  /** Proposed by `operator`: who runs the district, on its own terminal. */
  ...proposalFields,
  doneAt: z.number().optional(),
  /** It was done by one alone: nobody had agreed. */
  isAlone: z.boolean().optional(),
})
export type KeyChange = z.infer<typeof keyChangeSchema>

/**
 * A change of the district's keys: asked for by one officer or administrator, agreed to by another, carried out at the
 * district's own terminal. One that was done there without that stands here too, as `isAlone`.
 */
export const KeyChangeRecord = recordType<KeyChange>({
  kind: 'key-change',
  schema: keyChangeSchema,
  version: 1,
  seats: () => [
    { stream: 'office', view: 'all' },
    { stream: administrationStream, view: 'all' },
  ],
  ...byProposal,
})

/** What was agreed is to be carried out within so long (ms): seven days. */
export const agreedMs = jointActMs

/** Whether what was asked for may still be agreed to, or what was agreed to be carried out (`now`: epoch ms). */
export function isLive(change: KeyChange, now: number): boolean {
  const { state, decidedAt = 0 } = change
  if (state === 'proposed') return !isOver(proposalOf(change), now)
  return state === 'confirmed' && now < decidedAt + agreedMs
}
