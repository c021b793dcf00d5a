import {
  didKey,
  didKeyVerificationMethod,
  didWebDocument,
  didWebToUrl,
} from 'open-badges-validator-core/did'
import {
  achievementCredential,
  issueBadge,
  publicKeyOf,
  type JsonObject,
} from 'open-badges-validator-core/issue'
import {
  createStatusList,
  entriesMin,
  issueStatusList,
  withBit,
} from 'open-badges-validator-core/status'

const dayMs = 86_400_000

/** Who signs in a pile: with a did:web that a district can know, or a did:key that nobody has heard of. */
export interface PileIssuer {
  readonly name: string
  readonly did: string
  readonly verificationMethod: string
  readonly secretKey: Uint8Array
  readonly listUrl: string
  /** The document that its did:web serves; none for a did:key, which is its own. */
  readonly document: { readonly url: string; readonly content: JsonObject } | undefined
}

/** An issuer by a number: its keys are no secret. Without a host nobody can know it. */
export function pileIssuer(number: number, name: string, host?: string): PileIssuer {
  const secretKey = Uint8Array.from({ length: 32 }, (_, at) => (at * 11 + number) & 255)
  const publicKey = publicKeyOf(secretKey)
  const listUrl = `https://${host ?? 'nobody.example'}/status/${number}`
  if (host === undefined) {
    const did = didKey(publicKey)
    const verificationMethod = didKeyVerificationMethod(did)
    return { name, did, verificationMethod, secretKey, listUrl, document: undefined }
  }
  const did = `did:web:${host}`
  const url = didWebToUrl(did)
  if (!url.ok) throw new Error('no did:web')
  const content = didWebDocument(did, [{ fragment: 'key-1', publicKey }])
  const document = { url: url.value, content }
  return { name, did, verificationMethod: `${did}#key-1`, secretKey, listUrl, document }
}

interface Given {
  readonly person: string
  readonly title: string
  /** Its place in the list; without one it has no list. */
  readonly index?: number
  readonly validUntil?: number
}

/** A badge, signed a hundred days before `at` (epoch ms), as JSON text. */
export async function pileBadge(issuer: PileIssuer, at: number, given: Given): Promise<string> {
  const { did, name, secretKey, verificationMethod, listUrl } = issuer
  const { person, title, index, validUntil } = given
  const created = at - 100 * dayMs
  const signed = await issueBadge({
    secretKey,
    verificationMethod,
    created,
    credential: achievementCredential({
      id: `https://badges.example/${encodeURIComponent(`${did} ${person} ${index ?? 0}`)}`,
      name: title,
      issuer: { id: did, name },
      validFrom: created,
      validUntil: validUntil ?? at + 900 * dayMs,
      recipient: { email: `${index ?? 0}@hired.example`, salt: 'salt', name: person },
      achievement: {
        id: `https://badges.example/kind/${encodeURIComponent(title)}`,
        achievementType: 'MicroCredential',
        name: title,
        description: 'Plans a lesson on what children said, and shows what changed.',
        criteria: {
          narrative: '**Part 1**\n- Two lessons on film, a month apart\n- One page on what changed',
        },
      },
      ...(index === undefined ? {} : { status: [{ listUrl, index, purpose: 'revocation' }] }),
    }),
  })
  return JSON.stringify(signed)
}

/** An issuer's status list as it was signed at a moment (epoch ms), with what it had revoked by then. */
export async function pileList(
  { did, secretKey, verificationMethod, listUrl }: PileIssuer,
  madeAt: number,
  revoked: readonly number[],
): Promise<string> {
  const clear = createStatusList(entriesMin)
  const list = revoked.reduce((bits, index) => withBit(bits, index, true), clear)
  const span = { validFrom: madeAt, validUntil: madeAt + 400 * dayMs, ttlMs: 3_600_000 }
  const status = { id: listUrl, issuer: did, purpose: 'revocation', list, ...span } as const
  const signed = await issueStatusList(status, { secretKey, verificationMethod, created: madeAt })
  return JSON.stringify(signed)
}

/** The same text with one bit changed, in the first letter of a person's name. */
export function changedByOneBit(text: string, person: string): string {
  const changed = String.fromCodePoint((person.codePointAt(0) ?? 0) ^ 1) + person.slice(1)
  return text.replace(`"${person}"`, `"${changed}"`)
}
