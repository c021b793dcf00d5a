/**
 * Whether a request for data comes from our own page: the exact host (a rebound name is another one), no foreign
 * origin, and a browser that says itself that it is the same one. Another port of this computer is "same-site".
 */
export function mayAsk(headers: Headers, origin: string): boolean {
  return isHost(headers, origin) && headers.get('sec-fetch-site') === 'same-origin'
}

/**
 * Whether a page's file may be opened: by a person (address bar, link, another program), or by our own page. Never
 * inside a stranger's page: `frame` says whether it may be framed by a neighbour, as the viewer is.
 */
export function mayOpen(headers: Headers, origin: string, frame: 'never' | 'screen'): boolean {
  if (!isHost(headers, origin)) return false
  const site = headers.get('sec-fetch-site')
  if (site === null || site === 'same-origin' || site === 'none') return true
  const destination = headers.get('sec-fetch-dest')
  return destination === 'document' || (frame === 'screen' && destination === 'iframe')
}

function isHost(headers: Headers, origin: string): boolean {
  if (headers.get('host') !== new URL(origin).host) return false
  const from = headers.get('origin')
  return from === null || from === origin
}
