import type { Line } from './line.ts'

const place = 'meritfolio.not-today'

interface NotToday {
  /** The day on which it was said; on another day nothing is put off. */
  readonly day: string
  readonly keys: readonly string[]
}

const nothing: readonly string[] = []

/** The keys of the lines that were put off on `today`, from what the window's store holds. */
export function putOff(stored: string | null, today: string): readonly string[] {
  if (stored === null) return nothing
  const kept = parse(stored)
  return kept === undefined || kept.day !== today ? nothing : kept.keys
}

function parse(stored: string): NotToday | undefined {
  try {
    const value: unknown = JSON.parse(stored)
    if (typeof value !== 'object' || value === null) return undefined
    if (!('day' in value) || !('keys' in value)) return undefined
    const { day, keys } = value
    if (typeof day !== 'string' || !Array.isArray(keys)) return undefined
    return { day, keys: keys.filter(key => typeof key === 'string') }
  } catch {
    // Not ours, or cut short: then nothing was put off.
    return undefined
  }
}

/** The lines without those that were put off; what the district refused can't be. */
export function linesAwake(lines: readonly Line[], off: readonly string[]): readonly Line[] {
  return lines.filter(line => line.about.what === 'refused' || !off.includes(line.key))
}

/** What this window was told to show another day. */
export const readPutOff = (today: string) => putOff(localStorage.getItem(place), today)

/** Puts lines off until tomorrow; an empty list brings all back. */
export function writePutOff(today: string, keys: readonly string[]): void {
  const value: NotToday = { day: today, keys }
  localStorage.setItem(place, JSON.stringify(value))
  for (const tell of listening) tell()
}

const listening = new Set<() => void>()

/** Tells whenever this window puts a line off or brings one back, until it is ended. */
export function onPutOff(tell: () => void): () => void {
  listening.add(tell)
  return () => listening.delete(tell)
}

/** What the window's store holds of it, to compare. */
export const putOffStored = () => localStorage.getItem(place)
