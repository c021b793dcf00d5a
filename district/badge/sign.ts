import { issueBadge } from 'open-badges-validator-core/issue'
import { BadgeRecord } from '../../core/badge/record.ts'
import { ClaimRecord } from '../../core/claim/record.ts'
import { CompetencyRecord, FrameworkRecord } from '../../core/competency/record.ts'
import type { Rec, RecordType } from '../../core/kit/record-type.ts'
import { MicroCredentialRecord } from '../../core/micro-credential/record.ts'
import { PersonRecord } from '../../core/person/record.ts'
import { bodyOf } from '../../db/records/kinds.ts'
import { inBothLanguages } from '../../words/shell-words.ts'
import { districtPaths } from '../../contract/sync/version.ts'
import type { House } from '../house.ts'
import { districtName } from '../person/name.ts'
import type { Reaction } from '../reaction/reaction.ts'
import { endorsementsInside } from '../endorsement/shown.ts'
import type { ForBadge } from './credential.ts'
import { credentialOf } from './credential.ts'
import type { Issuer } from './issuer.ts'
import { signerFor } from './signer.ts'
import { freePlace } from './free-place.ts'
import { purposesOf, urlOf } from './status-lists.ts'
import { secretUuidOf } from './uuid.ts'

/**
 * Signs what the office approved. The badge is verified by our own verifier before it is kept; a badge that is signed
 * already stays byte for byte as it is.
 */
export function signing(house: House, issuer: Issuer): Reaction {
  return {
    name: 'sign',
    kind: BadgeRecord.kind,
    async react(id) {
      const badge = (await house.store.seen().get(BadgeRecord, id))?.rec
      if (badge?.body.state !== 'approved') return
      const claim = await needed(house, ClaimRecord, badge.body.claim)
      const micro = await needed(house, MicroCredentialRecord, badge.body.microCredential)
      const person = await needed(house, PersonRecord, badge.body.owner)
      const { alignments } = micro.body
      const signer = signerFor(house.secrets, issuer.did)
      if (signer === undefined) throw new Error('no key signs')
      const the = { kind: badge.kind, id, since: badge.body.approvedAt }
      const place = await freePlace(house, issuer, the)
      const signedAt = house.clock()
      const theBadge: Omit<ForBadge, 'endorsements'> = {
        badge,
        micro,
        attempts: claim.body.attempts,
        competencies: await some(
          house,
          CompetencyRecord,
          alignments.map(a => a.competency),
        ),
        frameworks: await some(
          house,
          FrameworkRecord,
          alignments.map(a => a.framework),
        ),
        issuer: {
          id: issuer.did,
          name: await districtName(house.store),
          url: issuer.url === undefined ? undefined : house.address,
        },
        recipient: {
          id: `urn:uuid:${secretUuidOf(house.secrets.pseudonym, `person ${badge.body.owner}`)}`,
          name: person.body.name,
        },
        url: issuer.url && `${house.address}${districtPaths.badges}/${id}`,
        lists: purposesOf(house).map(purpose => ({ purpose, url: urlOf(place.list, purpose) })),
        index: place.index,
        signedAt,
      }
      const issued = (endorsements: ForBadge['endorsements']) => {
        const { credential, validUntil } = credentialOf({ ...theBadge, endorsements })
        return issueBadge({ credential, ...signer, created: signedAt }).then(signed => ({
          signed,
          validUntil,
        }))
      }
      const endorsements = await endorsementsInside(house, micro.id)
      const { signed, validUntil } = await issued(endorsements).catch((error: unknown) => {
        // What others wrote must not keep a badge from its holder.
        if (endorsements.length === 0) throw error
        house.tell.defect('endorsement inside', error)
        return issued([])
      })
      const canBeSuspended = purposesOf(house).includes('suspension')
      const isSuspended = canBeSuspended && place.told.includes('suspension')
      const input = bodyOf({
        badge: id,
        credential: JSON.stringify(signed),
        statusIndex: place.statusIndex,
        validUntil,
        canBeSuspended,
        ...(isSuspended
          ? { suspended: inBothLanguages(words => words.district.suspendedAgain) }
          : {}),
      })
      // With the place in the key: should it have been taken meanwhile, the next try is another command.
      const key = `district:sign:${id}:${place.statusIndex}`
      const result = await house.perform('badge.sign', input, { key })
      if (result.status !== 'applied') throw new Error(`badge not signed: ${result.status}`)
      house.tell.worked('badge signed', { list: place.list.n })
    },
  }
}

/** A record that the record at hand refers to. Throws where it isn't there. */
async function needed<B>(house: House, type: RecordType<B>, id: string): Promise<Rec<B>> {
  const found = await house.store.seen().get(type, id)
  if (found === undefined) throw new Error(`${type.kind} is missing`)
  return found.rec
}

async function some<B>(
  house: House,
  type: RecordType<B>,
  ids: readonly string[],
): Promise<readonly Rec<B>[]> {
  const found: Rec<B>[] = []
  for (const id of new Set(ids)) {
    const there = await house.store.seen().get(type, id)
    if (there !== undefined) found.push(there.rec)
  }
  return found
}
