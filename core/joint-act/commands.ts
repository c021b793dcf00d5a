import { confirmAct } from './confirm.ts'
import { declineAct } from './decline.ts'
import { finishAct } from './finish.ts'
import { proposeAct } from './propose.ts'
import { revokeJointly } from './revoke-jointly.ts'

export const jointActCommands = {
  'act.propose': proposeAct,
  'act.confirm': confirmAct,
  'act.decline': declineAct,
  'act.finish': finishAct,
  'act.revoke': revokeJointly,
}
