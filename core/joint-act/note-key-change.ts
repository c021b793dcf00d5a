import { z } from 'zod'
import { create, patch } from '../kit/change.ts'
import { command } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { each } from '../kit/loads.ts'
import { keyChangeSchema, KeyChangeRecord } from './key-change.ts'
import { mayCarryOut } from './rights.ts'

/**
 * The district says that its keys were changed at its terminal: what two had agreed to is done; what nobody had agreed to
 * is entered as done by one alone, for all who should have been asked.
 */
export const noteKeyChange = command({
  name: 'key-change.note',
  where: 'district',
  input: keyChangeSchema.pick({ what: true, key: true, from: true, reason: true }).extend({
    /** What two had agreed to, where they had. */
    change: idInput.optional(),
    at: z.int(),
  }),
  needs: q =>
    q.first(i => ({ known: each(KeyChangeRecord, i.change === undefined ? [] : [i.change]) })),
  right: actor => mayCarryOut(actor),
  decide(s, { what, key, from, reason, at, change }, context) {
    const [known] = s.known
    // In an older copy that came back it may not be agreed to yet; what was done is done.
    if (known !== undefined)
      return {
        changes: known.body.state === 'done' ? [] : [patch(known, { state: 'done', doneAt: at })],
      }
    const about = { ...(key === undefined ? {} : { key }), ...(from === undefined ? {} : { from }) }
    return {
      changes: [
        create(KeyChangeRecord, context.id('key-change'), {
          ...{ what, ...about, reason, state: 'done' },
          ...{ proposedBy: 'operator', proposedAt: at, doneAt: at },
          ...(change === undefined ? { isAlone: true } : {}),
        }),
      ],
    }
  },
})
