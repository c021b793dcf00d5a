import { z } from 'zod'
import type { Chain } from '../../core/badge/chain.ts'
import { chainOf, filesBehind } from '../../core/badge/chain.ts'
import type { Badge } from '../../core/badge/record.ts'
import { ClaimRecord } from '../../core/claim/record.ts'
import type { Rec, RecordType } from '../../core/kit/record-type.ts'
import { MicroCredentialRecord } from '../../core/micro-credential/record.ts'
import { ReviewRecord } from '../../core/review/record.ts'
import { keysOf } from '../person/keys.ts'
import type { Asker } from '../query.ts'

/** What a badge rests on, link by link, as far as the asker has it. */
export async function chainBehind(asker: Asker, badge: Badge): Promise<Chain> {
  const [claim] = await those(asker, ClaimRecord, [badge.claim])
  const attempts = claim?.body.attempts ?? []
  const reviews = await those(
    asker,
    ReviewRecord,
    attempts.flatMap(attempt => attempt.outcome?.review ?? []),
  )
  const [micro] = await those(asker, MicroCredentialRecord, [badge.microCredential])
  return chainOf({
    badge,
    claim,
    micro,
    reviews,
    keys: await keysOf(asker, [
      ...attempts.map(attempt => attempt.signed.device),
      ...reviews.map(review => review.body.signed?.device),
    ]),
    named: manifestNamedIn(badge.credential),
    here: await asker.here(filesBehind(badge, claim?.body)),
  })
}

async function those<B>(
  asker: Asker,
  type: RecordType<B>,
  ids: readonly string[],
): Promise<readonly Rec<B>[]> {
  const found: Rec<B>[] = []
  for (const id of new Set(ids)) {
    const there = await asker.seen.get(type, id)
    if (there !== undefined) found.push(there.rec)
  }
  return found
}

const credentialSchema = z.object({ evidence: z.array(z.object({ id: z.string() })) })
const prefix = 'ni:///sha-256;'

/** SHA-256 (hex) of the manifest that a credential of ours names as its evidence (RFC 6920, section 3). */
function manifestNamedIn(credential: string | undefined): string | undefined {
  if (credential === undefined) return undefined
  const parsed = credentialSchema.safeParse(JSON.parse(credential))
  const id = parsed.success ? (parsed.data.evidence[0]?.id ?? '') : ''
  return id.startsWith(prefix)
    ? Buffer.from(id.slice(prefix.length), 'base64url').toString('hex')
    : undefined
}
