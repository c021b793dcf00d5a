import { didWebDocument, didWebToUrl } from '../did/did-web.ts'
import type { JsonObject } from '../json/value.ts'
import { emptyBundle, type TrustBundle } from '../verify/trust-bundle.ts'
import { addProof, type SignOptions } from './add-proof.ts'
import { selfChecked } from './self-check.ts'
import { publicKeyOf } from './signing-key.ts'

/** What is issued, and with what. */
export interface IssueOptions extends SignOptions {
  /** A complete credential without proof: see `achievementCredential`, `statusListCredential`. */
  readonly credential: JsonObject
  /**
   * Signs it also where its end has passed: the same credential once more, since the key of before was given up. Else what
   * nobody would accept is not issued (default).
   */
  readonly mayHaveEnded?: boolean
}

/**
 * Signs a credential (eddsa-rdfc-2022) and verifies the result with this package's own verifier
 * before it is handed out: what we would not accept we do not issue.
 *
 * @returns the signed credential. Keep its JSON text: that is the badge.
 * @throws BadgeError SELF_CHECK_FAILED with the failing checks, or the codes of `addProof`.
 */
export async function issueBadge(options: IssueOptions): Promise<JsonObject> {
  const { credential, mayHaveEnded, ...signing } = options
  const signed = await addProof(credential, signing)
  await selfChecked(JSON.stringify(signed), options.created, ownDocument(options), mayHaveEnded)
  return signed
}

/** The document that the issuer's did:web will serve, made from the key at hand. */
function ownDocument(options: IssueOptions): TrustBundle {
  const [did = '', fragment = ''] = options.verificationMethod.split('#', 2)
  const url = didWebToUrl(did)
  if (!url.ok) return emptyBundle
  const content = didWebDocument(did, [{ fragment, publicKey: publicKeyOf(options.secretKey) }])
  const document = { content, fetchedAt: options.created, source: 'own key' }
  return { name: 'self-check', documents: new Map([[url.value, document]]), issuers: [] }
}
