import { z } from 'zod'
import { BadgeRecord } from '../badge/record.ts'
import { create } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { datedAt } from '../kit/dated-at.ts'
import { idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { MicroCredentialRecord } from '../micro-credential/record.ts'
import { endorsementCharsMax, EndorsementRecord } from './record.ts'
import { mayOffer } from './rights.ts'

const text = z
  .string()
  .min(1)
  .max(endorsementCharsMax)
  .refine(said => said.isWellFormed() && !said.includes('\0'))

/** Takes in a file in which an outside body says a word about a micro-credential; the district looks at it next. */
export const offerEndorsement = command({
  name: 'endorsement.offer',
  where: 'both',
  input: z.object({ microCredential: idInput, text }),
  needs: q => q.first(i => ({ micro: must(MicroCredentialRecord, i.microCredential) })),
  right: actor => mayOffer(actor, 'micro-credential', undefined),
  decide: (s, i, context) => ({
    changes: [
      create(EndorsementRecord, context.id('endorsement'), {
        about: 'micro-credential',
        subject: s.micro.id,
        text: i.text,
        state: 'offered',
        offeredBy: context.actor.person,
        offeredAt: datedAt(context, 0),
      }),
    ],
  }),
})

/** The same about one signed badge; nobody takes in praise of their own. */
export const offerBadgeEndorsement = command({
  name: 'endorsement.offer-badge',
  where: 'both',
  input: z.object({ badge: idInput, text }),
  needs: q => q.first(i => ({ badge: must(BadgeRecord, i.badge) })),
  right: (actor, s) => mayOffer(actor, 'badge', s.badge.body.units),
  decide(s, i, context) {
    const { owner, units, state, title, signedAt } = s.badge.body
    const by = context.actor.person
    if (owner === by) return refuse('badge_own', { badge: title })
    if (signedAt === undefined || (state !== 'signed' && state !== 'suspended'))
      return refuse('badge_state', { state })
    return {
      changes: [
        create(EndorsementRecord, context.id('endorsement'), {
          about: 'badge',
          subject: s.badge.id,
          owner,
          ...(units === undefined ? {} : { units }),
          text: i.text,
          state: 'offered',
          offeredBy: by,
          offeredAt: datedAt(context, signedAt),
        }),
      ],
    }
  },
})
