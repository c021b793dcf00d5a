import type { Place } from './route.ts'
import { places as badges } from '../hold-badges/routes.ts'
import { places as frameworks } from '../browse-frameworks/routes.ts'
import { places as catalogue } from '../choose-micro-credential/routes.ts'
import { places as evidence } from '../gather-evidence/routes.ts'
import { places as issue } from '../issue-badges/routes.ts'
import { places as health } from '../see-health/routes.ts'
import { places as people } from '../manage-people/routes.ts'
import { places as plan } from '../make-plan/routes.ts'
import { places as review } from '../review-claim/routes.ts'
import { places as today } from '../see-today/routes.ts'
import { places as settings } from '../settings/routes.ts'
import { places as verify } from '../verify-badges/routes.ts'
import { places as claims } from '../write-claim/routes.ts'

/** The sidebar, in its order: the sum of the screens' own places. */
export const places: readonly Place[] = [
  ...today,
  ...plan,
  ...evidence,
  ...catalogue,
  ...claims,
  ...badges,
  ...frameworks,
  ...review,
  ...issue,
  ...verify,
  ...people,
  ...health,
  ...settings,
]
