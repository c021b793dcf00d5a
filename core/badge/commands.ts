import { approveBadge } from './approve.ts'
import { publishIssuer, publishStatusList } from './publish.ts'
import { revokeBadge } from './revoke.ts'
import { signBadge } from './sign.ts'

export const badgeCommands = {
  'badge.approve': approveBadge,
  'badge.sign': signBadge,
  'badge.revoke': revokeBadge,
  'issuer.publish': publishIssuer,
  'status-list.publish': publishStatusList,
}
