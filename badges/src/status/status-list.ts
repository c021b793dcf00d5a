/** Status lists: the bits, their text form, and the credential that carries them. */
import type { JsonObject } from '../json/value.ts'
import { issueBadge, type IssueOptions } from '../issue/issue-badge.ts'
import { issueJwtBadge, type IssueJwtOptions } from '../issue/issue-jwt-badge.ts'
import { statusListCredential, type StatusListCredential } from './status-list-credential.ts'

export {
  createStatusList,
  decodeStatusList,
  encodeStatusList,
  entriesMin,
  readBit,
  readEntry,
  withBit,
} from './bitstring.ts'
export { statusListCredential, type StatusListCredential } from './status-list-credential.ts'
export { BadgeError } from '../badge-error.ts'

/**
 * Builds and signs a status list credential; verified by our own verifier before it is returned.
 *
 * @throws BadgeError as `issueBadge` does.
 */
export function issueStatusList(
  status: StatusListCredential,
  signing: Omit<IssueOptions, 'credential'>,
): Promise<JsonObject> {
  return issueBadge({ ...signing, credential: statusListCredential(status) })
}

/**
 * The same as a VC-JWT, for issuers whose badges are JWTs too: the compact JWS to serve at the list's address.
 *
 * @throws BadgeError as `issueJwtBadge` does.
 */
export function issueJwtStatusList(
  status: StatusListCredential,
  signing: Omit<IssueJwtOptions, 'credential'>,
): Promise<string> {
  return issueJwtBadge({ ...signing, credential: statusListCredential(status) })
}
