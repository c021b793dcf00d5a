import { createHash } from 'node:crypto'
import { didWebDocument } from 'open-badges-validator-core/did'
import {
  ed25519Signer,
  endorsementCredential,
  issueBadge,
  issueJwtBadge,
  publicKeyOf,
} from 'open-badges-validator-core/issue'
import type { EndorsementCredential, JsonObject } from 'open-badges-validator-core/issue'
import { createStatusList, issueStatusList, withBit } from 'open-badges-validator-core/status'
import type { Load } from 'open-badges-validator-core/verify-online'

/** Somebody elsewhere with an address, who says a word about badges and signs it: a university, a state's office. */
export interface OutsideBody {
  readonly did: string
  readonly statusUrl: string
  /** An endorsement as a file, signed at that time (epoch ms); its place in the list of revoked ones is 7. */
  endorses(endorsed: string, at: number, more?: Partial<EndorsementCredential>): Promise<string>
  /** What it signs with, for who wants to write it all themselves. */
  sign(credential: JsonObject, at: number): Promise<string>
  /** The same as a compact JWS. */
  signAsJws(credential: JsonObject, at: number): Promise<string>
  /** It takes its word back. */
  revoke(): void
  /** Its servers answer, or don't. */
  isDown: boolean
  /** Its servers, for a network of which it is all there is. */
  readonly load: Load
}

/** Starts one under a host; `path`: it has no more than that place there, as a student at a university. */
export function outsideBody(host: string, now: () => number, path = ''): OutsideBody {
  const secretKey = createHash('sha256').update(`key of ${host}`).digest()
  const did = `did:web:${[host, ...path.split('/').filter(Boolean)].join(':')}`
  const signing = (created: number) => ({
    ...{ secretKey, created },
    verificationMethod: `${did}#key-1`,
  })
  const statusUrl = `https://${host}/status/1`
  let list = createStatusList()
  const answers: Readonly<Record<string, () => Promise<object> | object>> = {
    [`https://${host}/${path === '' ? '.well-known' : path}/did.json`]: () =>
      didWebDocument(did, [{ fragment: 'key-1', publicKey: publicKeyOf(secretKey) }]),
    [statusUrl]: () =>
      issueStatusList(
        {
          ...{ id: statusUrl, issuer: did, purpose: 'revocation', list, ttlMs: 3_600_000 },
          ...{ validFrom: now() - 1_000, validUntil: now() + 30 * 86_400_000 },
        },
        signing(now() - 1_000),
      ),
  }
  const body: OutsideBody = {
    did,
    statusUrl,
    isDown: false,
    endorses: (endorsed, at, more = {}) =>
      body.sign(
        endorsementCredential({
          id: `urn:uuid:0c8f2b1e-7f0f-4a53-9f0c-${host.length.toString().padStart(12, '0')}`,
          name: 'Recognised',
          issuer: { id: did, name: 'State University' },
          endorsed,
          comment: 'Counts as one credit hour with us.',
          validFrom: at,
          status: [{ listUrl: statusUrl, index: 7, purpose: 'revocation' }],
          ...more,
        }),
        at,
      ),
    sign: async (credential, at) =>
      JSON.stringify(await issueBadge({ credential, ...signing(at) })),
    signAsJws: (credential, created) =>
      issueJwtBadge({ credential, created, signer: ed25519Signer(secretKey, `${did}#key-1`) }),
    revoke() {
      list = withBit(list, 7, true)
    },
    async load(url) {
      const answer = answers[url]
      if (answer === undefined || body.isDown)
        return { ok: false, refusal: { code: 'NOT_REACHED', facts: {} } }
      const content = await answer()
      const bytes = content instanceof Uint8Array ? content : Buffer.from(JSON.stringify(content))
      return {
        ok: true,
        loaded: {
          ...{ url, finalUrl: url, status: 200, contentType: 'application/json', bytes },
          fetchedAt: now(),
        },
      }
    },
  }
  return body
}
