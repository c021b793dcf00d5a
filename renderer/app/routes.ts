import type { Route } from './route.ts'
import { routes as frameworks } from '../browse-frameworks/routes.ts'
import { routes as catalogue } from '../choose-micro-credential/routes.ts'
import { routes as describing } from '../describe-district/routes.ts'
import { routes as endorsing } from '../endorse/routes.ts'
import { routes as erasing } from '../erase-record/routes.ts'
import { routes as evidence } from '../gather-evidence/routes.ts'
import { routes as badges } from '../hold-badges/routes.ts'
import { routes as issue } from '../issue-badges/routes.ts'
import { routes as plan } from '../make-plan/routes.ts'
import { routes as keys } from '../change-keys/routes.ts'
import { routes as health } from '../see-health/routes.ts'
import { routes as people } from '../manage-people/routes.ts'
import { routes as review } from '../review-claim/routes.ts'
import { routes as today } from '../see-today/routes.ts'
import { routes as settings } from '../settings/routes.ts'
import { routes as verify } from '../verify-badges/routes.ts'
import { routes as claims } from '../write-claim/routes.ts'

/** Every screen and its address: the sum of the rooms' own. */
export const routes: readonly Route[] = [
  ...today,
  ...plan,
  ...evidence,
  ...catalogue,
  ...claims,
  ...badges,
  ...frameworks,
  ...review,
  ...issue,
  // Before Verify, which has a batch at every other address below its own.
  ...endorsing,
  ...verify,
  ...people,
  ...describing,
  ...erasing,
  ...health,
  ...keys,
  ...settings,
]
