import { carryingOut } from './badge/carry-out.ts'
import type { Issuer } from './badge/issuer.ts'
import { renaming } from './badge/publish-issuer.ts'
import { signing } from './badge/sign.ts'
import { tellingStatus, tellingTakenBack } from './badge/tell-status.ts'
import { vouching } from './badge/trust-bundle.ts'
import { prechecking } from './claim/precheck.ts'
import { seating } from './claim/seating.ts'
import { endorsing } from './endorsement/look.ts'
import { signingGiven } from './endorsement/sign-given.ts'
import { countingErasures } from './erasure/counting.ts'
import { lettingGoOfDeleted } from './evidence/letting-go.ts'
import type { House } from './house.ts'
import { lettingGo } from './person/let-go.ts'
import type { Reaction } from './reaction/reaction.ts'

/** What the district does by itself once something was done: the sum of its rooms' own. */
export const reactionsOf = (house: House, issuer: Issuer): readonly Reaction[] => [
  prechecking(house),
  seating(house),
  signing(house, issuer),
  tellingStatus(house),
  signingGiven(house, issuer),
  tellingTakenBack(house),
  carryingOut(house),
  endorsing(house),
  vouching(house),
  renaming(house, issuer),
  lettingGo(house),
  lettingGoOfDeleted(house),
  countingErasures(house),
]
