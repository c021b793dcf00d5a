/**
 * The way a text goes to disk: each stroke at once, one request on its way, the next carries the newest text. What is
 * not confirmed stands in this window's own store (localStorage) and is offered again after a crash.
 */
export interface Typing {
  /** Called at each stroke with the whole text. */
  type(text: string): void
  /** The text as last confirmed on disk. */
  readonly confirmed: () => string
  /** Resolves when nothing is on its way. */
  settled(): Promise<void>
}

interface Ways {
  /** Where the unconfirmed text stands in the window's store: one name per field. */
  readonly name: string
  readonly start: string
  /** Sends one text with the text it began from; resolves when it is on disk, to what is in place now. */
  save(text: string, base: string): Promise<'kept' | 'refused'>
  onState(state: 'saving' | 'here' | 'window' | 'refused', keptAt: number | undefined): void
}

const unconfirmedMs = 1_000
const retryMs = 500

/** Begins to keep one field. */
export function typing(ways: Ways): Typing {
  const place = `meritfolio.unsaved.${ways.name}`
  let confirmed = ways.start
  let wanted = ways.start
  let running: Promise<void> | undefined

  const run = async () => {
    while (wanted !== confirmed) {
      const sent = wanted
      const late = setTimeout(() => ways.onState('window', undefined), unconfirmedMs)
      const kept = await ways.save(sent, confirmed).catch((): 'failed' => 'failed')
      clearTimeout(late)
      if (kept === 'failed') {
        ways.onState('window', undefined)
        await new Promise(resolve => setTimeout(resolve, retryMs))
        continue
      }
      confirmed = sent
      if (kept === 'refused') {
        // Not taken, so it stays in the window's store: nothing typed is ever thrown away.
        ways.onState('refused', undefined)
        continue
      }
      if (wanted === sent) localStorage.removeItem(place)
      ways.onState('here', Date.now())
    }
    running = undefined
  }

  return {
    type(text) {
      wanted = text
      keepInWindow(place, text)
      ways.onState('saving', undefined)
      running ??= run()
    },
    confirmed: () => confirmed,
    settled: async () => {
      while (running !== undefined) await running
    },
  }
}

/** A full window store is no reason not to send: the disk is what counts. */
function keepInWindow(place: string, text: string): void {
  try {
    localStorage.setItem(place, text)
  } catch {
    localStorage.removeItem(place)
  }
}

/** What this window still holds of a field that was never confirmed, or `undefined`. */
export const unconfirmed = (name: string): string | undefined =>
  localStorage.getItem(`meritfolio.unsaved.${name}`) ?? undefined
