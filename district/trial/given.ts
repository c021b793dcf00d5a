import type { CommandInput } from '../../core/commands.ts'
import type { Endorsed } from '../../core/endorsement/given.ts'
import { GivenEndorsementRecord } from '../../core/endorsement/given.ts'
import { allHold } from '../../test/builders/given-endorsement.ts'
import { bodyOn } from './claim.ts'
import type { TrialDevice } from './device.ts'

/** An issuer elsewhere, as one of its badges names it. */
export const university = { id: 'did:web:university.example', name: 'State University' }

/** What one of its badges stands for. */
export const waitTime: Endorsed = {
  ...{ kind: 'achievement', id: 'https://university.example/a/wait-time', name: 'Wait time' },
  issuer: university,
}

/** What an officer's computer says to endorse something on the ground of a badge that holds. */
export const giving = (
  endorsed: Endorsed,
  more: Partial<CommandInput<'endorsement.give'>> = {},
): CommandInput<'endorsement.give'> => ({
  ...{ endorsed, comment: 'Counts as six hours with us.' },
  ...{ answers: allHold, isKnowing: false },
  ...more,
})

/** Endorses, and waits for the district's signature. */
export async function endorsed(
  device: TrialDevice,
  input: CommandInput<'endorsement.give'>,
): Promise<{ readonly id: string; readonly credential: string }> {
  const id = (await device.act('endorsement.give', input)).id('given-endorsement')
  const credential = await device.until(
    () => bodyOn(device, GivenEndorsementRecord, id)?.credential,
  )
  return { id, credential }
}
