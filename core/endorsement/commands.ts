import { giveEndorsement } from './give.ts'
import { judgeEndorsement } from './judge.ts'
import { offerBadgeEndorsement, offerEndorsement } from './offer.ts'
import { leaveUnsigned, resignEndorsement, signEndorsement } from './sign.ts'
import { takeBackEndorsement } from './take-back.ts'
import { withdrawEndorsement } from './withdraw.ts'

export const endorsementCommands = {
  'endorsement.offer': offerEndorsement,
  'endorsement.offer-badge': offerBadgeEndorsement,
  'endorsement.judge': judgeEndorsement,
  'endorsement.withdraw': withdrawEndorsement,
  'endorsement.give': giveEndorsement,
  'endorsement.sign': signEndorsement,
  'endorsement.leave-unsigned': leaveUnsigned,
  'endorsement.resign': resignEndorsement,
  'endorsement.take-back': takeBackEndorsement,
}
