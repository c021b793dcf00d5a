import { attestClaim } from './attest.ts'
import { bringIntoClaim } from './bring.ts'
import { deleteEvidence } from './delete-evidence.ts'
import { fillSlot } from './fill.ts'
import { precheckClaim } from './precheck.ts'
import { settleClaim } from './settle.ts'
import { startClaim } from './start.ts'
import { submitClaim } from './submit.ts'
import { withdrawClaim } from './withdraw.ts'
import { writeClaim } from './write.ts'

export const claimCommands = {
  'claim.start': startClaim,
  'claim.write': writeClaim,
  'claim.settle': settleClaim,
  'claim.bring': bringIntoClaim,
  'claim.fill': fillSlot,
  'claim.attest': attestClaim,
  'claim.submit': submitClaim,
  'claim.withdraw': withdrawClaim,
  'claim.precheck': precheckClaim,
  'evidence.delete': deleteEvidence,
}
