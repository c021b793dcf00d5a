import type { AccessRefusals } from '../access/refusals.ts'
import type { BadgeRefusals } from '../badge/refusals.ts'
import type { ClaimRefusals } from '../claim/refusals.ts'
import type { EndorsementRefusals } from '../endorsement/refusals.ts'
import type { ErasureRefusals } from '../erasure/refusals.ts'
import type { EvidenceRefusals } from '../evidence/refusals.ts'
import type { JointActRefusals } from '../joint-act/refusals.ts'
import type { PersonRefusals } from '../person/refusals.ts'
import type { PlanRefusals } from '../plan/refusals.ts'
import type { ReviewRefusals } from '../review/refusals.ts'
import type { SecondYesRefusals } from '../second-yes/refusals.ts'

/** Every reason for which a command may be refused, with its facts: the sum of the nouns' own. */
export interface RefusalFacts
  extends
    AccessRefusals,
    BadgeRefusals,
    ClaimRefusals,
    EndorsementRefusals,
    ErasureRefusals,
    EvidenceRefusals,
    JointActRefusals,
    PersonRefusals,
    PlanRefusals,
    ReviewRefusals,
    SecondYesRefusals {}

export type RefusalCode = keyof RefusalFacts

/** A reason as data. Its sentence and its next step are in `words/`. */
export type Refusal = {
  [C in RefusalCode]: { readonly code: C; readonly facts: RefusalFacts[C] }
}[RefusalCode]
