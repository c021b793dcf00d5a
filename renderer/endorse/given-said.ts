import { districtItself } from '../../core/access/district-itself.ts'
import type { GivenEndorsement } from '../../core/endorsement/given.ts'
import type { Words } from '../../words/words.ts'
import type { EndorsementStands } from './endorsement-said.ts'

/** How the district's word stands at a moment (epoch ms), in a line; `nameOf`: what a person is called. */
export function givenStands(
  words: Words,
  body: GivenEndorsement,
  nameOf: (person: string | undefined) => string,
  now: number,
): EndorsementStands {
  const said = words.givenEndorsements
  const { state, givenBy, givenAt, signedAt = givenAt, validUntil: until } = body
  const by = nameOf(givenBy)
  if (state === 'given') return { outcome: 'unknown', said: said.state.given }
  if (state === 'refused') {
    const why = said.unsigned[body.unsigned ?? 'NOT_SIGNABLE']
    return { outcome: 'fail', said: said.state.refused({ why }) }
  }
  if (state === 'withdrawn') {
    const { withdrawnBy, withdrawnAt = signedAt, withdrawnReason: reason = '' } = body
    const who = withdrawnBy === districtItself ? said.itself : nameOf(withdrawnBy)
    const facts = { at: withdrawnAt, by: who, reason }
    return { outcome: 'fail', said: said.state.withdrawn(facts) }
  }
  if (until === undefined) return { outcome: 'pass', said: said.state.signed({ at: signedAt, by }) }
  if (until <= now) return { outcome: 'unknown', said: said.state.ended({ until, by }) }
  return { outcome: 'pass', said: said.state.until({ at: signedAt, by, until }) }
}
