import { districtItself } from '../../core/access/district-itself.ts'
import { endsBefore } from '../../core/person/access-from.ts'
import { PersonRecord } from '../../core/person/record.ts'
import type { House } from '../house.ts'
import type { Reaction } from '../reaction/reaction.ts'
import { removeSecondStep, removeSignIn, signInOf } from '../sign-in/account.ts'
import { devicesOf, revoke } from './devices.ts'
import { noteEvent } from './event.ts'
import { voidInvitationOf } from './invitations.ts'
import { writeRegister } from './register.ts'

/** As whom the program itself is noted. */
const by = { person: districtItself, device: districtItself }

/**
 * Ends what lets somebody in who has left the district, and of who is back what is from before: their computers, their
 * sign-in, an invitation that nobody used. Until it comes round, and if it never does, `actorBehind` refuses the same.
 */
export function lettingGo(house: House): Reaction {
  return { name: 'let-go', kind: PersonRecord.kind, react: id => letGo(house, id) }
}

async function letGo(house: House, person: string): Promise<void> {
  const known = await house.store.seen().get(PersonRecord, person)
  const now = house.clock()
  const restoredAt = (await house.store.cameBack(now))?.at
  const from = known === undefined ? 0 : endsBefore(known.rec.body, restoredAt)
  if (from === 0) return
  await house.accounts.write(
    function* () {
      for (const { device, joinedAt, revokedAt } of yield* devicesOf(person, now))
        if (revokedAt === null && joinedAt < from) yield* revoke({ device, by, now })
      const signIn = yield* signInOf(person)
      if (signIn !== undefined && signIn.setAt < from) {
        yield* removeSignIn(person)
        yield* removeSecondStep(person)
        yield* noteEvent({ at: now, what: 'sign-in removed', ...by, about: person })
      }
      yield* voidInvitationOf({ person, madeBefore: from, now })
    },
    () => true,
  )
  await writeRegister(house)
  // A pull of one of those computers may be held open just now.
  house.bells.wakeAll()
}
