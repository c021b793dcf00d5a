import { hasUnsaved } from './unsaved.ts'

/** Whose records a window shows: the device they are of, and the person's name. */
interface Shown {
  readonly device: string
  readonly name: string
}

/** Who was shown in this tab before it began anew with someone else. */
interface Before {
  readonly name: string
  /** Whether this very window changed to someone else. */
  readonly isOurDoing: boolean
  /** Whether words of theirs that were not on disk yet stand in this tab's store. */
  readonly hasWords: boolean
}

const place = 'meritfolio.shown-before'

let shown: Shown | undefined
let isOurDoing = false
let isLeaving = false
let before: Before | 'nobody' | undefined

/** The device whose records this window shows: it goes along with everything asked, so that nothing lands with another. */
export const shownDevice = (): string | undefined => shown?.device

/** Whether this window is on its way out: it asks nothing more, since it would be told of someone else. */
export const isBeginningAnew = (): boolean => isLeaving

/** This window shows these records from now on. */
export function showRecords(of: Shown): void {
  shown = of
}

/** Makes the program show someone else, from this very window; which then begins anew. */
export async function becoming(work: () => Promise<unknown>): Promise<void> {
  isOurDoing = true
  try {
    await work()
    beginAnew()
  } finally {
    isOurDoing = false
  }
}

/**
 * Begins this window anew on Today, because the program shows someone else by now: nothing of the one before may be
 * seen, asked or written as if it were theirs. What was typed and not kept stands in the tab's store, under its field.
 */
export function beginAnew(): void {
  if (isLeaving) return
  isLeaving = true
  if (shown !== undefined) {
    const left: Before = { name: shown.name, isOurDoing, hasWords: hasUnsaved() }
    sessionStorage.setItem(place, JSON.stringify(left))
  }
  location.assign('/today')
}

/** Who was shown in this tab before it began anew with someone else. */
export function shownBefore(): Before | undefined {
  if (before === undefined) {
    const stored = sessionStorage.getItem(place)
    sessionStorage.removeItem(place)
    before = stored === null ? 'nobody' : JSON.parse(stored)
  }
  return before === 'nobody' ? undefined : before
}
