import { z } from 'zod'
import { create } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { datedAt } from '../kit/dated-at.ts'
import { keyChangeSchema, KeyChangeRecord, keyIdInput } from './key-change.ts'
import { jointReasonCharsMax } from './record.ts'
import { mayChangeKeys } from './rights.ts'

/** Asks for a change of the district's keys, with a reason; nothing happens to them until another person agrees. */
export const askKeyChange = command({
  name: 'key-change.ask',
  where: 'both',
  input: z.object({
    what: keyChangeSchema.shape.what.exclude(['replace']),
    key: keyIdInput.optional(),
    from: z.int().min(0).optional(),
    reason: z.string().max(jointReasonCharsMax),
  }),
  needs: q => q.none(),
  right: actor => mayChangeKeys(actor),
  decide(_s, { what, key, from, reason }, context) {
    const why = reason.trim()
    if (why === '') return refuse('key_reason_missing', { what })
    const isGivenUp = what === 'compromise'
    if (isGivenUp && key === undefined) return refuse('bad_input', { where: 'key' })
    if (isGivenUp && (from === undefined || from > context.now))
      return refuse('bad_input', { where: 'from' })
    return {
      changes: [
        create(KeyChangeRecord, context.id('key-change'), {
          what,
          ...(isGivenUp ? { key, from } : {}),
          reason: why,
          state: 'proposed',
          proposedBy: context.actor.person,
          proposedAt: datedAt(context, 0),
        }),
      ],
    }
  },
})
