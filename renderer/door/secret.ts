const place = 'meritfolio.secret'

/** The secret that this origin was given, or `undefined` before the start link was traded. */
export const secret = (): string | undefined => localStorage.getItem(place) ?? undefined

let trading: Promise<'traded' | 'none' | 'refused'> | undefined

/** `trade`, once for each time the page is loaded: whoever asks again meanwhile waits for the same answer. */
export const tradeStartLink = (oncePath: string): Promise<'traded' | 'none' | 'refused'> =>
  (trading ??= trade(oncePath))

/**
 * Trades the start link's once-word (in the address's fragment, which never leaves the browser) for the secret,
 * and takes it out of the address and the history. Does nothing where there is none.
 */
async function trade(oncePath: string): Promise<'traded' | 'none' | 'refused'> {
  const once = new URLSearchParams(location.hash.slice(1)).get('once')
  if (once === null) return 'none'
  history.replaceState(null, '', location.pathname + location.search)
  const answer = await fetch(oncePath, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ once }),
  })
  if (!answer.ok) return 'refused'
  const told: { secret: string } = await answer.json()
  localStorage.setItem(place, told.secret)
  return 'traded'
}
