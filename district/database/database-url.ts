/** Whether a text is the address of a PostgreSQL database. */
export function isDatabaseUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, pathname } = new URL(text)
  // A password with a slash in it that was not written %2F: its rest would be taken for the name, and shown.
  const isName = pathname.length > 1 && !pathname.includes('@')
  return ['postgres:', 'postgresql:'].includes(protocol) && isName
}

/** The address as it may be shown: without a password, in whatever place it stands. */
export function shownUrl(text: string): string {
  const { protocol, username, host, pathname } = new URL(text)
  return `${protocol}//${username === '' ? '' : `${username}@`}${host}${pathname}`
}
