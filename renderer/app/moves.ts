let path: string | undefined
let count = 0

/** How many screens this window has come to; the same one again, after another, counts anew. */
export function moves(): number {
  if (location.pathname !== path) {
    path = location.pathname
    count++
  }
  return count
}

/** What the browser, and the router for what the browser says nothing of, tell of a new address. */
const events = ['popstate', 'pushState', 'replaceState', 'hashchange'] as const

/** Counts along while somebody wants to know; `told` after each change of address. */
export function onMove(told: () => void): () => void {
  const look = () => {
    moves()
    told()
  }
  for (const event of events) addEventListener(event, look)
  return () => {
    for (const event of events) removeEventListener(event, look)
  }
}
