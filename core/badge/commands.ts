import { approveBadge } from './approve.ts'
import { decideCause } from './decide-cause.ts'
import { publishIssuer, publishStatusList, publishTrustBundle } from './publish.ts'
import { resignBadge } from './resign.ts'
import { revokeBadge } from './revoke.ts'
import { resumeBadge } from './resume.ts'
import { seatClaim } from './seat-claim.ts'
import { setAsideClaim } from './set-aside-claim.ts'
import { signBadge } from './sign.ts'
import { supersedeBadge } from './supersede.ts'
import { suspendBadge } from './suspend.ts'
import { takeUpClaim } from './take-up-claim.ts'
import { undoCause } from './undo-cause.ts'

export const badgeCommands = {
  'badge.approve': approveBadge,
  'badge.sign': signBadge,
  'badge.resign': resignBadge,
  'claim.seat': seatClaim,
  'claim.set-aside': setAsideClaim,
  'claim.take-up': takeUpClaim,
  'badge.revoke': revokeBadge,
  'badge.suspend': suspendBadge,
  'badge.resume': resumeBadge,
  'badge.supersede': supersedeBadge,
  'cause.decide': decideCause,
  'cause.undo': undoCause,
  'issuer.publish': publishIssuer,
  'status-list.publish': publishStatusList,
  'trust-bundle.publish': publishTrustBundle,
}
