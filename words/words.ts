import type { Say } from './say.ts'
import { sayIn } from './say.ts'
import { aboutDistrict as aboutDistrictEn } from './en/about-district.ts'
import { catalogue as catalogueEn } from './en/catalogue.ts'
import { claims as claimsEn } from './en/claims.ts'
import { door as doorEn } from './en/door.ts'
import { erasure as erasureEn } from './en/erasure.ts'
import { evidence as evidenceEn } from './en/evidence.ts'
import { handOn as handOnEn } from './en/hand-on.ts'
import { health as healthEn } from './en/health.ts'
import { lock as lockEn } from './en/lock.ts'
import { endorsements as endorsementsEn } from './en/endorsements.ts'
import { givenEndorsements as givenEndorsementsEn } from './en/given-endorsements.ts'
import { frame as frameEn } from './en/frame.ts'
import { keys as keysEn } from './en/keys.ts'
import { keyChanges as keyChangesEn } from './en/key-changes.ts'
import { problems as problemsEn } from './en/problems.ts'
import { refusals as refusalsEn } from './en/refusals.ts'
import { saving as savingEn } from './en/saving.ts'
import { frameworks as frameworksEn } from './en/frameworks.ts'
import { people as peopleEn } from './en/people.ts'
import { units as unitsEn } from './en/units.ts'
import { plan as planEn } from './en/plan.ts'
import { settings as settingsEn } from './en/settings.ts'
import { today as todayEn } from './en/today.ts'
import { welcome as welcomeEn } from './en/welcome.ts'
import { badges as badgesEn } from './en/badges.ts'
import { issue as issueEn } from './en/issue.ts'
import { review as reviewEn } from './en/review.ts'
import { secondYes as secondYesEn } from './en/second-yes.ts'
import { see as seeEn } from './en/see.ts'
import { undo as undoEn } from './en/undo.ts'
import { verify as verifyEn } from './en/verify.ts'
import { verifyReport as verifyReportEn } from './en/verify-report.ts'
import { aboutDistrict as aboutDistrictEs } from './es/about-district.ts'
import { catalogue as catalogueEs } from './es/catalogue.ts'
import { claims as claimsEs } from './es/claims.ts'
import { door as doorEs } from './es/door.ts'
import { erasure as erasureEs } from './es/erasure.ts'
import { evidence as evidenceEs } from './es/evidence.ts'
import { handOn as handOnEs } from './es/hand-on.ts'
import { health as healthEs } from './es/health.ts'
import { lock as lockEs } from './es/lock.ts'
import { endorsements as endorsementsEs } from './es/endorsements.ts'
import { givenEndorsements as givenEndorsementsEs } from './es/given-endorsements.ts'
import { frame as frameEs } from './es/frame.ts'
import { keys as keysEs } from './es/keys.ts'
import { keyChanges as keyChangesEs } from './es/key-changes.ts'
import { problems as problemsEs } from './es/problems.ts'
import { refusals as refusalsEs } from './es/refusals.ts'
import { saving as savingEs } from './es/saving.ts'
import { frameworks as frameworksEs } from './es/frameworks.ts'
import { people as peopleEs } from './es/people.ts'
import { units as unitsEs } from './es/units.ts'
import { plan as planEs } from './es/plan.ts'
import { settings as settingsEs } from './es/settings.ts'
import { today as todayEs } from './es/today.ts'
import { welcome as welcomeEs } from './es/welcome.ts'
import { badges as badgesEs } from './es/badges.ts'
import { issue as issueEs } from './es/issue.ts'
import { review as reviewEs } from './es/review.ts'
import { secondYes as secondYesEs } from './es/second-yes.ts'
import { see as seeEs } from './es/see.ts'
import { undo as undoEs } from './es/undo.ts'
import { verify as verifyEs } from './es/verify.ts'
import { verifyReport as verifyReportEs } from './es/verify-report.ts'

const en = (say: Say) => ({
  say,
  erasure: erasureEn(say),
  evidence: evidenceEn(say),
  health: healthEn(say),
  handOn: handOnEn(say),
  lock: lockEn(say),
  endorsements: endorsementsEn(say),
  givenEndorsements: givenEndorsementsEn(say),
  frame: frameEn(say),
  keys: keysEn(say),
  keyChanges: keyChangesEn(say),
  saving: savingEn(say),
  frameworks: frameworksEn(say),
  people: peopleEn(say),
  units: unitsEn(say),
  aboutDistrict: aboutDistrictEn(say),
  plan: planEn(say),
  settings: settingsEn(say),
  today: todayEn(say),
  welcome: welcomeEn(say),
  badges: badgesEn(say),
  issue: issueEn(say),
  review: reviewEn(say),
  secondYes: secondYesEn(say),
  see: seeEn(say),
  undo: undoEn(say),
  verify: verifyEn(say),
  verifyReport: verifyReportEn(say),
  refusals: refusalsEn(say),
  problems: problemsEn(say),
  door: doorEn(say),
  claims: claimsEn(say),
  catalogue: catalogueEn(say),
})

/** Every sentence of one language: the sum of the screens' own. */
export type Words = ReturnType<typeof en>

const es = (say: Say): Words => ({
  say,
  erasure: erasureEs(say),
  evidence: evidenceEs(say),
  health: healthEs(say),
  handOn: handOnEs(say),
  lock: lockEs(say),
  endorsements: endorsementsEs(say),
  givenEndorsements: givenEndorsementsEs(say),
  frame: frameEs(say),
  keys: keysEs(say),
  keyChanges: keyChangesEs(say),
  saving: savingEs(say),
  frameworks: frameworksEs(say),
  people: peopleEs(say),
  units: unitsEs(say),
  aboutDistrict: aboutDistrictEs(say),
  plan: planEs(say),
  settings: settingsEs(say),
  today: todayEs(say),
  welcome: welcomeEs(say),
  badges: badgesEs(say),
  issue: issueEs(say),
  review: reviewEs(say),
  secondYes: secondYesEs(say),
  see: seeEs(say),
  undo: undoEs(say),
  verify: verifyEs(say),
  verifyReport: verifyReportEs(say),
  refusals: refusalsEs(say),
  problems: problemsEs(say),
  door: doorEs(say),
  claims: claimsEs(say),
  catalogue: catalogueEs(say),
})

/** The words of a language; `now` (epoch ms) tells which year goes without saying. */
export function wordsIn(language: 'en' | 'es', now: () => number): Words {
  return language === 'en' ? en(sayIn('en-US', now)) : es(sayIn('es-419', now))
}
