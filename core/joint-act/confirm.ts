import { z } from 'zod'
import { BadgeRecord } from '../badge/record.ts'
import { patch } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { each, may, must } from '../kit/loads.ts'
import { step } from '../kit/machine.ts'
import { PersonRecord } from '../person/record.ts'
import { decidedNow, yesFault } from '../second-yes/answer.ts'
import { jointActMachine, JointActRecord, proposalOf } from './record.ts'
import { mayAct } from './rights.ts'

/** A second officer says yes; the district carries it out. Of two who confirm at once, one does. */
export const confirmAct = command({
  name: 'act.confirm',
  where: 'both',
  input: z.object({ act: idInput }),
  needs: q =>
    q
      .first(i => ({ act: must(JointActRecord, i.act) }))
      .next((_i, s) => ({
        badges: each(BadgeRecord, s.act.body.badges),
        asker: may(PersonRecord, s.act.body.proposedBy),
      })),
  right: actor => mayAct(actor),
  decide(s, _i, context) {
    const { state: before, what } = s.act.body
    const state = step(jointActMachine, before, 'confirm')
    if (state === undefined) return refuse('act_state', { state: before })
    const own = s.badges.find(({ body }) => body.owner === context.actor.person)
    if (own !== undefined) return refuse('badge_own', { badge: own.body.title })
    const asked = proposalOf(s.act.body)
    const mayAsk = s.asker !== undefined && mayAct(s.asker.body)
    const fault = yesFault(asked, mayAsk, context, {
      own: refuse('act_own', { what }),
      asker: refuse('act_asker', { what }),
    })
    return fault ?? { changes: [patch(s.act, { state, ...decidedNow(asked, context) })] }
  },
})
