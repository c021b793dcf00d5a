import { agreeKeyChange } from './agree-key-change.ts'
import { askKeyChange } from './ask-key-change.ts'
import { confirmAct } from './confirm.ts'
import { declineAct } from './decline.ts'
import { declineKeyChange } from './decline-key-change.ts'
import { finishAct } from './finish.ts'
import { noteKeyChange } from './note-key-change.ts'
import { proposeAct } from './propose.ts'
import { revokeJointly } from './revoke-jointly.ts'

export const jointActCommands = {
  'act.propose': proposeAct,
  'act.confirm': confirmAct,
  'act.decline': declineAct,
  'act.finish': finishAct,
  'act.revoke': revokeJointly,
  'key-change.ask': askKeyChange,
  'key-change.agree': agreeKeyChange,
  'key-change.decline': declineKeyChange,
  'key-change.note': noteKeyChange,
}
