import { dropUnsaved, keepUnsaved } from './unsaved.ts'

/**
 * The way a text goes to disk: each stroke at once, one request on its way, the next carries the newest text. What is
 * not confirmed stands in this tab's part of the window's store (`unsaved.ts`) and is offered again after a crash.
 */
export interface Typing {
  /** Called at each stroke with the whole text. */
  type(text: string): void
  /** The text as last confirmed on disk. */
  readonly confirmed: () => string
  readonly isSettled: () => boolean
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
  let confirmed = ways.start
  let wanted = ways.start
  let refused: string | undefined
  let running: Promise<void> | undefined

  const run = async () => {
    while (wanted !== confirmed && wanted !== refused) {
      const sent = wanted
      const late = setTimeout(() => ways.onState('window', undefined), unconfirmedMs)
      const kept = await ways.save(sent, confirmed).catch((): 'failed' => 'failed')
      clearTimeout(late)
      if (kept === 'failed') {
        ways.onState('window', undefined)
        await new Promise(resolve => setTimeout(resolve, retryMs))
        continue
      }
      if (kept === 'refused') {
        // Not taken, so it stays in the window's store: nothing typed is ever thrown away. What is in place is what was
        // confirmed before: the next text begins from there.
        refused = sent
        ways.onState('refused', undefined)
        continue
      }
      confirmed = sent
      refused = undefined
      if (wanted === sent) dropUnsaved(ways.name)
      ways.onState('here', Date.now())
    }
    running = undefined
  }

  return {
    type(text) {
      wanted = text
      keepUnsaved(ways.name, text)
      ways.onState('saving', undefined)
      running ??= run()
    },
    confirmed: () => confirmed,
    isSettled: () => running === undefined,
    settled: async () => {
      while (running !== undefined) await running
    },
  }
}
