/** The scheme of links from outside: in mails, on pages of the district. */
export const linkScheme = 'meritfolio'

/** A screen, and at most the names of two things on it. No query and no fragment: a link can't carry a wish. */
const place = /^meritfolio:\/\/open((?:\/[a-z][a-z-]{0,29})(?:\/[\w-]{1,80}){0,2})\/?$/

/** The screen that a link from outside names (`meritfolio://open/claims/…`), or `undefined` for anything else. */
export const placeOf = (link: string): string | undefined => place.exec(link)?.[1]

/** The first link among a program's arguments, which anybody may have put there. */
export const linkIn = (args: readonly string[]): string | undefined =>
  args.find(arg => arg.startsWith(`${linkScheme}:`))
