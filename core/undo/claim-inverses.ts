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
      input: { claim: claim.id, slot, evidence, place: was },
    })
  },
}

const attest: InverseOf<'claim.attest'> = {
  back({ claim, draft }, input) {
    const { ready, release, ownWork, aiUse } = draft.body.attestations
    const set = before(input.set, {
      ready: ready ?? false,
      release: release ?? false,
      ownWork: ownWork ?? false,
      aiUse: aiUse ?? '',
    })
    if (set === undefined) return undefined
    const isGiven = [input.set.ready, input.set.release, input.set.ownWork].includes(true)
    return way(isGiven ? 'wordGiven' : 'wordTaken', {
      name: 'claim.attest',
      input: { claim: claim.id, set },
    })
  },
}

export const claimInverses = {
  'claim.fill': fill,
  'claim.attest': attest,
}
