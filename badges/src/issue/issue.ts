/** Building and signing what a district issues. Verifying needs none of this. */
export {
  achievementCredential,
  type AchievementCredential,
  type Alignment,
  type StatusEntry,
} from './achievement-credential.ts'
export { endorsementCredential, type EndorsementCredential } from './endorsement-credential.ts'
export { issueBadge, type IssueOptions } from './issue-badge.ts'
export { issueJwtBadge, type IssueJwtOptions } from './issue-jwt-badge.ts'
export { ed25519Signer, es256Signer, rs256Signer, type JwtSigner } from './jwt-signer.ts'
export { controllerDocument } from './own-key-document.ts'
export { renewed } from './renewed.ts'
export { olderBadge, olderKey, type OlderBadge, type OlderPlaces } from './older-badge.ts'
export { issueOlderBadge } from './issue-older-badge.ts'
export type { SignOptions } from './add-proof.ts'
export { publicKeyOf } from './signing-key.ts'
export { digestOfUri, digestUri, type ManifestEvidence } from './manifest-evidence.ts'
export { hashedEmail } from './recipient.ts'
export type { CriterionResult, RubricLevel } from './rubric-result.ts'
export { BadgeError } from '../badge-error.ts'
export type { JsonObject, JsonValue } from '../json/value.ts'
