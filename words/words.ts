import type { Say } from './say.ts'
import { sayIn } from './say.ts'
import { claims as claimsEn } from './en/claims.ts'
import { door as doorEn } from './en/door.ts'
import { frame as frameEn } from './en/frame.ts'
import { problems as problemsEn } from './en/problems.ts'
import { refusals as refusalsEn } from './en/refusals.ts'
import { saving as savingEn } from './en/saving.ts'
import { claims as claimsEs } from './es/claims.ts'
import { door as doorEs } from './es/door.ts'
import { frame as frameEs } from './es/frame.ts'
import { problems as problemsEs } from './es/problems.ts'
import { refusals as refusalsEs } from './es/refusals.ts'
import { saving as savingEs } from './es/saving.ts'

const en = (say: Say) => ({
  say,
  frame: frameEn(say),
  saving: savingEn(say),
  refusals: refusalsEn(say),
  problems: problemsEn(say),
  door: doorEn(say),
  claims: claimsEn(say),
})

/** Every sentence of one language: the sum of the screens' own. */
export type Words = ReturnType<typeof en>

const es = (say: Say): Words => ({
  say,
  frame: frameEs(say),
  saving: savingEs(say),
  refusals: refusalsEs(say),
  problems: problemsEs(say),
  door: doorEs(say),
  claims: claimsEs(say),
})

/** The words of a language; `now` (epoch ms) tells which year goes without saying. */
export function wordsIn(language: 'en' | 'es', now: () => number): Words {
  return language === 'en' ? en(sayIn('en-US', now)) : es(sayIn('es-419', now))
}
