import { didKey, didKeyVerificationMethod } from 'open-badges-validator-core/did'
import { achievementCredential, issueBadge, publicKeyOf } from 'open-badges-validator-core/issue'
import { createStatusList, issueStatusList, withBit } from 'open-badges-validator-core/status'
import type { JsonObject } from 'open-badges-validator-core/verify'

const dayMs = 86_400_000

/** An issuer for trials, by a number: its keys are no secret. */
export function issuerOf(number: number) {
  const secretKey = Uint8Array.from({ length: 32 }, (_, at) => (at * 7 + number) & 255)
  const did = didKey(publicKeyOf(secretKey))
  const name = `Issuer ${number}`
  const listUrl = `https://issuer-${number}.example/status/1`
  const signing = { secretKey, verificationMethod: didKeyVerificationMethod(did) }
  return {
    did,
    name,
    listUrl,
    signing,
    /** A badge of it, made 100 days before `at`. */
    badge: (
      at: number,
      {
        person = 'Ana',
        index = 0,
        ...more
      }: { person?: string; index?: number; validUntil?: number },
    ): Promise<JsonObject> => {
      const created = at - 100 * dayMs
      return issueBadge({
        ...signing,
        created,
        credential: achievementCredential({
          id: `urn:uuid:00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
          name: 'Wait time',
          issuer: { id: did, name },
          validFrom: created,
          recipient: { email: `${person}@district.example`, salt: 'salt' },
          achievement: {
            id: `https://issuer-${number}.example/wait-time`,
            achievementType: 'MicroCredential',
            name: 'Wait time',
            description: 'Waits after a question.',
            criteria: { narrative: 'Three lessons.' },
          },
          status: [{ listUrl, index, purpose: 'revocation' }],
          ...more,
        }),
      })
    },
    /** Its status list as of a day, with what is revoked. */
    list: (madeAt: number, revoked: readonly number[] = []): Promise<JsonObject> =>
      issueStatusList(
        {
          id: listUrl,
          issuer: did,
          purpose: 'revocation',
          list: revoked.reduce((bits, index) => withBit(bits, index, true), createStatusList()),
          validFrom: madeAt,
          validUntil: madeAt + 365 * dayMs,
          ttlMs: 3_600_000,
        },
        { ...signing, created: madeAt },
      ),
  }
}

/** The same badge with another name in it: no longer what was signed. */
export const tampered = (badge: JsonObject): JsonObject => ({ ...badge, name: 'Another name' })

export const asBytes = (document: JsonObject): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(JSON.stringify(document)))
