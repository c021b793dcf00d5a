const place = 'meritfolio.tab'
/**
 * A page that is just being loaded again may hold its lock for a moment more (ms): on a busy computer it goes later than the
 * new one comes. Only a duplicated tab waits so long.
 */
const reloadMsMax = 1_000
const lockOf = (tab: string) => `meritfolio.tab.${tab}`

let name = 'first'

/** This tab's own name: the same over reloads, another one in each tab. */
export const thisTab = (): string => name

/**
 * Names this tab, before anything is typed in it, and holds a lock of that name for as long as the tab is open. A
 * duplicated tab brings the other's name along: it finds the lock held and takes a new one.
 */
export async function openTab(): Promise<void> {
  name = sessionStorage.getItem(place) ?? crypto.randomUUID()
  if (!(await held(name))) {
    name = crypto.randomUUID()
    await held(name)
  }
  sessionStorage.setItem(place, name)
}

/** The names of the tabs that are open now, this one among them. */
export async function openTabs(): Promise<ReadonlySet<string>> {
  const { held: locks = [] } = await navigator.locks.query()
  const start = lockOf('')
  const names = locks.flatMap(lock =>
    lock.name?.startsWith(start) === true ? lock.name.slice(start.length) : [],
  )
  return new Set([name, ...names])
}

/** Settles once one of these tabs is gone, and has not come again by being loaded anew; rejects when it is stopped. */
export async function oneGone(tabs: readonly string[], signal: AbortSignal): Promise<void> {
  const asking = new AbortController()
  const either = AbortSignal.any([signal, asking.signal])
  const each = tabs.map(tab => navigator.locks.request(lockOf(tab), { signal: either }, () => tab))
  // Those that are asked for no more end with the others.
  for (const one of each) one.catch(() => undefined)
  try {
    await Promise.race(each)
  } finally {
    asking.abort()
  }
  await new Promise(resolve => setTimeout(resolve, reloadMsMax))
  signal.throwIfAborted()
}

/** Takes a tab's lock until the tab is gone; whether it was free, or became so soon. */
function held(tab: string): Promise<boolean> {
  return new Promise(resolve => {
    const signal = AbortSignal.timeout(reloadMsMax)
    const asked = navigator.locks.request(lockOf(tab), { signal }, () => {
      resolve(true)
      // Never settles: the browser lets go of it when the tab is closed.
      return new Promise<void>(() => undefined)
    })
    asked.catch(() => resolve(false))
  })
}
