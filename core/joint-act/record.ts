import { z } from 'zod'
import type { Machine } from '../kit/machine.ts'
import { recordType } from '../kit/record-type.ts'
import type { Asked } from '../second-yes/asked.ts'
import { isOver } from '../second-yes/asked.ts'
import { byProposal, proposalFields } from '../second-yes/fields.ts'

/**
 * Stored: never rename.
 * `proposed` by one officer · `confirmed` by another, the district carries it out · `done` · `declined` by another ·
 * `withdrawn` by who proposed it. That it ended unconfirmed follows from the date and is never stored.
 */
export const jointActStates = ['proposed', 'confirmed', 'done', 'declined', 'withdrawn'] as const
export type JointActState = (typeof jointActStates)[number]

export const jointActMachine: Machine<
  JointActState,
  'confirm' | 'decline' | 'withdraw' | 'finish'
> = {
  proposed: { confirm: 'confirmed', decline: 'declined', withdraw: 'withdrawn' },
  confirmed: { finish: 'done' },
  done: {},
  declined: {},
  withdrawn: {},
}

/** A proposal that nobody confirms ends after so long (ms): seven days. */
export const jointActMs = 7 * 86_400_000

/** The most badges that one act revokes. */
export const jointBadgesMax = 1_000

/** The longest reason of an act (UTF-16 units). */
export const jointReasonCharsMax = 2_000

export const jointActSchema = z.object({
  /** What is to be done; another kind of act is another member here. */
  what: z.literal('revoke'),
  badges: z.array(z.string()),
  /** The counted plan, as it was when it was proposed. */
  plan: z.object({ badges: z.int(), people: z.int() }),
  reason: z.string(),
  state: z.enum(jointActStates),
  ...proposalFields,
  /** Why it was declined. */
  declined: z.string().optional(),
  /** What came of it: those that were revoked by it, and those that no longer could be. */
  came: z.object({ done: z.int(), left: z.int(), at: z.number() }).optional(),
})
export type JointAct = z.infer<typeof jointActSchema>

/** What one officer alone may not do: proposed by one, confirmed by another, carried out by the district. */
export const JointActRecord = recordType<JointAct>({
  kind: 'joint-act',
  schema: jointActSchema,
  version: 1,
  seats: () => [
    { stream: 'office', view: 'all' },
    // The district's own reaction follows it.
    { stream: 'district', view: 'all' },
  ],
  ...byProposal,
})

/** What was proposed, as what a second person may say yes to. */
export const proposalOf = ({
  proposedBy,
  proposedAt,
}: Pick<JointAct, 'proposedBy' | 'proposedAt'>): Asked => ({
  by: proposedBy,
  at: proposedAt,
  until: proposedAt + jointActMs,
})

/** Whether a proposal can still be confirmed. */
export const isOpen = (act: JointAct, now: number): boolean =>
  act.state === 'proposed' && !isOver(proposalOf(act), now)
