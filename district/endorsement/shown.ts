import type { JsonObject } from 'open-badges-validator-core/issue'
import { z } from 'zod'
import type { Badge } from '../../core/badge/record.ts'
import type { Endorsement } from '../../core/endorsement/record.ts'
import { EndorsementRecord, holds } from '../../core/endorsement/record.ts'
import { all } from '../../db/query.ts'
import type { RecordRow } from '../../db/query.ts'
import type { House } from '../house.ts'

/** The most that stand on a page, and the most that a badge carries inside: the latest. */
const shownMax = 20
const insideMax = 5

/** What others say of a badge or of what it stands for, the latest first. */
export async function endorsementsOf(
  house: House,
  id: string,
  { microCredential }: Pick<Badge, 'microCredential'>,
): Promise<readonly RecordRow<Endorsement>[]> {
  const found = await Promise.all([id, microCredential].map(subject => acceptedOf(house, subject)))
  return found.flat().slice(0, shownMax)
}

/** What holds today of a micro-credential, as it goes into a badge: with its own proof, so that it stays its issuer's word. */
export async function endorsementsInside(
  house: House,
  microCredential: string,
): Promise<readonly JsonObject[]> {
  const rows = (await acceptedOf(house, microCredential)).filter(({ body }) => holds(body))
  return rows.flatMap(({ body }) => embedded(body.text)).slice(0, insideMax)
}

const acceptedOf = (house: House, subject: string) =>
  all({ seen: house.store.seen() }, EndorsementRecord, {
    where: { subject, state: 'accepted' },
    order: { by: 'offered', desc: true },
  })

/** A compact JWS stays beside: not every verifier knows the name under which a badge would carry it. */
function embedded(text: string): readonly JsonObject[] {
  if (!text.trimStart().startsWith('{')) return []
  return [z.record(z.string(), z.json()).parse(JSON.parse(text))]
}
