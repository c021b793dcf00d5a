import { z } from 'zod'
import { create, patch } from '../kit/change.ts'
import { command } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { may } from '../kit/loads.ts'
import { ErasureRecord } from './record.ts'
import type { Erasure } from './record.ts'
import { mayCarryOutErasure } from './rights.ts'

/**
 * An older copy of the record knows nothing of an erasing that was done, or not that it was: it is due again at once. By
 * nobody's new decision, so that what a hold or a role of then would say does not count.
 */
export const replayErasure = command({
  name: 'erasure.replay',
  where: 'district',
  input: z.object({
    person: idInput,
    askedBy: z.string(),
    agreedBy: z.string(),
    erasedAt: z.number(),
  }),
  needs: q => q.first(i => ({ erasure: may(ErasureRecord, i.person) })),
  right: actor => mayCarryOutErasure(actor),
  decide(s, { person, askedBy, agreedBy, erasedAt }) {
    if (s.erasure?.body.state === 'erased') return { changes: [] }
    const body: Erasure = {
      ...{ state: 'agreed', askedBy, agreedBy, dueAt: erasedAt, isReplayed: true },
      ...{ calledOffBy: undefined, calledOffAt: undefined },
    }
    if (s.erasure !== undefined) return { changes: [patch(s.erasure, body)] }
    return { changes: [create(ErasureRecord, person, body)] }
  },
})
