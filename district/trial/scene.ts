import { BadgeRecord } from '../../core/badge/record.ts'
import { ClaimRecord } from '../../core/claim/record.ts'
import { bodyOn, readAndFinish, readyClaim, submission } from './claim.ts'
import { hashOf, joined } from './device.ts'
import type { TrialDistrict } from './district.ts'
import type { Scene } from './endpoints.ts'

const picture = Buffer.from('a picture that only this claim hands over')

/** A teacher with a claim in review, a badge and a file on its way. A claim of hers has been read before. */
export async function sceneIn(district: TrialDistrict): Promise<Scene> {
  const maya = await joined(district, 'maya')
  const jonah = await joined(district, 'jonah')
  const ruth = await joined(district, 'ruth')
  const first = await readyClaim(maya)
  await maya.act('claim.submit', submission(maya, first.claim))
  await jonah.until(() => bodyOn(jonah, ClaimRecord, first.claim))
  await readAndFinish(jonah, first.claim)
  await ruth.until(() => bodyOn(ruth, ClaimRecord, first.claim))
  const badge = (await ruth.act('badge.approve', { claim: first.claim })).id('badge')
  await maya.until(() => bodyOn(maya, BadgeRecord, badge)?.credential)
  await maya.act('evidence.trash', { evidence: first.evidence, on: true })
  const second = await readyClaim(maya, { bytes: picture })
  await maya.act('claim.submit', submission(maya, second.claim))
  await jonah.until(() => bodyOn(jonah, ClaimRecord, second.claim))
  const upload = await maya.createUpload(9, hashOf(Buffer.from('elsewhere')))
  return {
    ...{ other: 'maya', otherDevice: maya.name, sha256: second.sha256, badge },
    upload: String(upload.headers.location),
  }
}
