import type { CommandAnswer } from '../../contract/device/door.ts'
import { inDraft } from '../../core/claim/filled.ts'
import { freeze } from '../../core/claim/freeze.ts'
import { ClaimRecord, DraftRecord } from '../../core/claim/record.ts'
import { EvidenceRecord } from '../../core/evidence/record.ts'
import { refuse } from '../../core/kit/command.ts'
import type { RecordType } from '../../core/kit/record-type.ts'
import { MicroCredentialRecord } from '../../core/micro-credential/record.ts'
import { DoorRefusal } from '../door/refused.ts'
import { signedBy } from '../keys/signed-by.ts'
import { act } from '../place/act.ts'
import type { Place } from '../place/place.ts'

/**
 * Sends a claim: freezes what is on this computer now, signs its manifest with the device's key, and hands it to
 * `claim.submit`, which freezes again and agrees. Throws `not_allowed` where no district is joined: there is nobody
 * to read it.
 */
export async function sendClaim(place: Place, claimId: string): Promise<CommandAnswer> {
  const { store, parts } = place
  const standing = store.standing()
  if (!standing.joined) throw new DoorRefusal('not_allowed', { needs: 'district' })
  const rec = async <B>(type: RecordType<B>, id: string) => (await store.seen.get(type, id))?.rec
  const claim = await rec(ClaimRecord, claimId)
  const draft = await rec(DraftRecord, claimId)
  const micro = claim && (await rec(MicroCredentialRecord, claim.body.microCredential))
  if (claim === undefined || draft === undefined || micro === undefined)
    return { status: 'refused', ...refuse('not_here', { what: 'claim' }) }
  const pieces = await Promise.all(inDraft(draft.body.filled).map(id => rec(EvidenceRecord, id)))
  const evidence = pieces.filter(piece => piece !== undefined)
  // By the district's clock as far as it is known: days are promised from here.
  const submittedAt = Math.round(parts.clock() + standing.skewMs)
  const { device } = standing.actor
  const { manifest } = freeze({ claim, draft, micro, evidence, device, submittedAt })
  const signed = signedBy(place, 'manifest', manifest)
  return act(place, 'claim.submit', { claim: claimId, manifest, signed, submittedAt })
}
