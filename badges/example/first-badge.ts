import { bake } from 'open-badges-validator-core/bake'
import { didKey, didKeyVerificationMethod } from 'open-badges-validator-core/did'
import { achievementCredential, issueBadge, publicKeyOf } from 'open-badges-validator-core/issue'
import { createStatusList, issueStatusList, withBit } from 'open-badges-validator-core/status'
import { four, verifyBadge, type TrustBundle } from 'open-badges-validator-core/verify'

/** Issues a badge, bakes it, verifies it, revokes it, and verifies it again. */
export async function firstBadge(png: Uint8Array, randomBytes: (count: number) => Uint8Array) {
  const created = Date.parse('2026-03-02T10:00:00Z')
  const secretKey = randomBytes(32)
  const issuer = didKey(publicKeyOf(secretKey))
  const signing = { secretKey, verificationMethod: didKeyVerificationMethod(issuer), created }
  const listUrl = 'https://district.example/status/1'

  const badge = await issueBadge({
    ...signing,
    credential: achievementCredential({
      id: 'urn:uuid:1c6d9b5e-2f9a-4a86-9d5f-6f0f8c1f7a10',
      name: 'Questions that open thinking',
      issuer: { id: issuer, name: 'Río Verde Unified' },
      validFrom: created,
      recipient: { email: 'teacher@district.example', salt: 'one fresh salt per badge' },
      achievement: {
        id: 'https://district.example/micro-credentials/questions/3',
        achievementType: 'MicroCredential',
        name: 'Questions that open thinking',
        description: 'Plans and asks questions that make pupils explain.',
        criteria: { narrative: 'Every criterion at “Proficient” or above.' },
      },
      status: [{ listUrl, index: 4711, purpose: 'revocation' }],
    }),
  })
  const picture = bake(png, JSON.stringify(badge))

  const bundleWith = async (list: Uint8Array): Promise<TrustBundle> => {
    const content = await issueStatusList(
      {
        id: listUrl,
        issuer,
        purpose: 'revocation',
        list,
        validFrom: created,
        validUntil: created + 30 * 86_400_000,
        ttlMs: 3_600_000,
      },
      signing,
    )
    const document = { content, fetchedAt: created, source: 'district record' }
    return { name: 'today', documents: new Map([[listUrl, document]]), issuers: [] }
  }

  const at = created + 86_400_000
  const list = createStatusList()
  const good = await verifyBadge(picture, { at, bundle: await bundleWith(list) })
  const revoked = await verifyBadge(picture, {
    at,
    bundle: await bundleWith(withBit(list, 4711, true)),
  })
  return [
    good.overall, // 'verified'
    revoked.overall, // 'not-verified'
    four(revoked).status.code, // 'REVOKED'
    four(revoked).status.ageMs, // 86400000: the list is a day old
  ]
}
