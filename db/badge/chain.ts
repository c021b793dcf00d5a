import { z } from 'zod'
import type { Chain } from '../../core/badge/chain.ts'
import { chainOf, filesBehind } from '../../core/badge/chain.ts'
import type { Badge } from '../../core/badge/record.ts'
import { ClaimRecord } from '../../core/claim/record.ts'
import { MicroCredentialRecord } from '../../core/micro-credential/record.ts'
import type { Asker } from '../query.ts'
import { groundsFor } from './grounds-for.ts'

/** What a badge rests on, link by link, as far as the asker has it. */
export async function chainBehind(asker: Asker, badge: Badge): Promise<Chain> {
  const claim = (await asker.seen.get(ClaimRecord, badge.claim))?.rec
  const micro = (await asker.seen.get(MicroCredentialRecord, badge.microCredential))?.rec
  return chainOf({
    badge,
    claim,
    micro,
    ...(await groundsFor(asker, claim)),
    named: manifestNamedIn(badge.credential),
    here: await asker.here(filesBehind(badge, claim?.body)),
  })
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
