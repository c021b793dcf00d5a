import { holdsEverywhere } from '../access/reach.ts'
import { create, patch } from '../kit/change.ts'
import { command } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { may } from '../kit/loads.ts'
import { PasswordSetRecord, passwordSetSchema } from './password-set.ts'

/** The district tells a person that a password was set for them; what is older than what they know says nothing new. */
export const notePasswordSet = command({
  name: 'password.note-set',
  where: 'district',
  input: passwordSetSchema.extend({ person: idInput }),
  needs: q => q.first(i => ({ known: may(PasswordSetRecord, i.person) })),
  right: actor => holdsEverywhere(actor, 'system'),
  decide(s, i) {
    if (s.known === undefined) return { changes: [create(PasswordSetRecord, i.person, i)] }
    return { changes: s.known.body.at >= i.at ? [] : [patch(s.known, i)] }
  },
})
