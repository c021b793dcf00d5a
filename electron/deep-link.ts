/** The scheme of links from outside: in mails, on pages of the district. */
export const linkScheme = 'meritfolio'

/** A screen, and at most the names of two things on it. No query and no fragment: a link can't carry a wish. */
const place = /^meritfolio:\/\/open((?:\/[a-z][a-z-]{0,29})(?:\/[\w-]{1,80}){0,2})\/?$/

/** The screen that a link from outside names (`meritfolio://open/claims/…`), or `undefined` for anything else. */
export const placeOf = (link: string): string | undefined => place.exec(link)?.[1]

/** A district, and at most the code of an invitation. Whoever made the link, it only fills in what a person then sends. */
const invitation =
  /^meritfolio:\/\/join\/([a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?(?::\d{1,5})?)\/?(?:#code=([\w-]{10,80}))?$/

/** This very computer alone is asked without TLS. */
const loopback = /^(?:localhost|127\.0\.0\.1)(?::|$)/

/** An invitation that a link from outside holds (`meritfolio://join/host#code=…`): the district's origin and the code, perhaps none. */
export function invitationOf(
  link: string,
): { readonly address: string; readonly code: string } | undefined {
  const [, host, code = ''] = invitation.exec(link) ?? []
  if (host === undefined) return undefined
  const address = `${loopback.test(host) ? 'http' : 'https'}://${host}`
  // What is no address, such as a port that there is none of, is no invitation either.
  return URL.canParse(address) ? { address, code } : undefined
}

/** The first link among a program's arguments, which anybody may have put there. */
export const linkIn = (args: readonly string[]): string | undefined =>
  args.find(arg => arg.startsWith(`${linkScheme}:`))
