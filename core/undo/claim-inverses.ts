import { givenWord } from '../claim/attest.ts'
import { filledKey } from '../claim/filled.ts'
import { way } from './back.ts'
import type { InverseOf } from './back.ts'
import { before } from './before.ts'

const fill: InverseOf<'claim.fill'> = {
  back({ claim, draft }, { slot, evidence, place }) {
    const was = draft.body.filled[filledKey(slot, evidence)] ?? null
    if (was === place) return undefined
    const did = place === null ? 'slotEmptied' : was === null ? 'slotFilled' : 'moved'
    return way(did, {
      name: 'claim.fill',
      input: { claim: claim.id, slot, evidence, place: was, expects: place },
    })
  },
}

const attest: InverseOf<'claim.attest'> = {
  back({ claim, draft }, input) {
    const was = before(input, givenWord(draft.body))
    if (was === undefined) return undefined
    const { set, expects, isPart } = was
    const isGiven = [input.set.ready, input.set.release, input.set.ownWork].includes(true)
    const step = { name: 'claim.attest', input: { claim: claim.id, set, expects } } as const
    return way(isGiven ? 'wordGiven' : 'wordTaken', step, isPart)
  },
}

export const claimInverses = {
  'claim.fill': fill,
  'claim.attest': attest,
}
