import { credentialsV2, openBadges303 } from '../json-ld/contexts.ts'
import type { JsonObject } from '../json/value.ts'
import { statusOf, type StatusEntry } from './achievement-credential.ts'
import { dateTimeOf } from './add-proof.ts'

/** What somebody says in favour of a badge, an achievement or an issuer (OB 3.0, "EndorsementCredential"). */
export interface EndorsementCredential {
  /** `urn:uuid:…` or a stable URL. */
  readonly id: string
  readonly name: string
  /** Who endorses. */
  readonly issuer: { readonly id: string; readonly name: string; readonly url?: string }
  /** The id of what is endorsed: of the credential, of its achievement, or of its issuer. */
  readonly endorsed: string
  readonly comment: string
  /** Epoch ms. */
  readonly validFrom: number
  readonly validUntil?: number
  readonly status?: readonly StatusEntry[]
}

/** @returns the endorsement without a proof, ready for `issueBadge` or `issueJwtBadge`. */
export function endorsementCredential(endorsement: EndorsementCredential): JsonObject {
  const { id, name, issuer, endorsed, comment, validFrom, validUntil } = endorsement
  return {
    '@context': [credentialsV2, openBadges303],
    id,
    type: ['VerifiableCredential', 'EndorsementCredential'],
    name,
    issuer: {
      id: issuer.id,
      type: ['Profile'],
      name: issuer.name,
      ...(issuer.url === undefined ? {} : { url: issuer.url }),
    },
    validFrom: dateTimeOf(validFrom),
    ...(validUntil === undefined ? {} : { validUntil: dateTimeOf(validUntil) }),
    credentialSubject: {
      id: endorsed,
      type: ['EndorsementSubject'],
      endorsementComment: comment,
    },
    ...statusOf(endorsement.status ?? []),
  }
}
