import { badgePage as en } from './en/badge-page.ts'
import { badgePage as es } from './es/badge-page.ts'
import type { SayOfBadges } from './say-of-badges.ts'

export type BadgePageWords = ReturnType<typeof en>

/** What the page of a badge says in a language; days are those of the issuer's time zone (IANA). */
export function badgePageWordsIn(language: 'en' | 'es', timeZone: string): BadgePageWords {
  const locale = language === 'es' ? 'es-419' : 'en-US'
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone })
  const moment = new Intl.DateTimeFormat(locale, {
    ...{ year: 'numeric', month: 'long', day: 'numeric' },
    ...{ hour: 'numeric', minute: '2-digit', timeZoneName: 'short' },
    timeZone,
  })
  const say: SayOfBadges = { day: at => day.format(at), moment: at => moment.format(at) }
  return language === 'es' ? es(say) : en(say)
}
