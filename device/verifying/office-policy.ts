import type { Policy } from 'open-badges-validator-core/verify'
import { defaultPolicy, needing } from 'open-badges-validator-core/verify'

/** The oldest status list that an office takes (ms): 30 days. */
export const statusListAgeMsMax = 30 * 86_400_000

/**
 * The one policy of this program: on the shelf, for one badge and for ten thousand.
 *
 * What an office insists on beside the standards: that the issuer is known and its key a secret, and a status list
 * that is not too old; and that whoever shows a badge has left neither its status nor its end date out.
 */
export const officePolicy: Policy = {
  ...needing(
    defaultPolicy,
    ...['issuer.known', 'issuer.keyPrivate', 'status.withheld', 'validUntil.withheld'],
  ),
  statusListAgeMsMax,
}
