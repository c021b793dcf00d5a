import { openTabs, thisTab } from './tab.ts'

const prefix = 'meritfolio.unsaved.'
/** Between a field's name and its tab's; a tab's name has none in it. */
const end = '#'

/** Texts of this tab while the records are locked: never written where a thief finds them. */
const inMemory = new Map<string, string>()
let isMemoryOnly = false

/**
 * Under a lock nothing that a person types is written into the window's store, which nobody encrypts: until the record
 * has it, a moment later, it stands in memory alone, and goes with the tab. What stands in the store from before stays
 * until it is taken up or dropped.
 */
export function keepInMemoryOnly(isLocked: boolean): void {
  isMemoryOnly = isLocked
}

const placeOf = (name: string) => `${prefix}${name}${end}${thisTab()}`

/** A text that a tab had not saved when it was closed, or this one when it was loaded again. */
export interface LeftText {
  /** Where it stands, to be forgotten by. */
  readonly place: string
  readonly text: string
}

/** Keeps a text of a field for this tab. A full store is no reason to stop: the disk is what counts. */
export function keepUnsaved(name: string, text: string): void {
  if (isMemoryOnly) {
    inMemory.set(placeOf(name), text)
    localStorage.removeItem(placeOf(name))
    return
  }
  try {
    localStorage.setItem(placeOf(name), text)
  } catch {
    localStorage.removeItem(placeOf(name))
  }
}

/** What this tab keeps of a field, or `undefined`. */
export const unsaved = (name: string): string | undefined =>
  inMemory.get(placeOf(name)) ?? localStorage.getItem(placeOf(name)) ?? undefined

/** Whether a text of any field stands in the window's store for this tab. */
export const hasUnsaved = (): boolean =>
  places().some(({ place, tab }) => tab === thisTab() && localStorage.getItem(place)?.trim() !== '')

/** This tab keeps nothing of a field any more. */
export function dropUnsaved(name: string): void {
  inMemory.delete(placeOf(name))
  localStorage.removeItem(placeOf(name))
}

/** Forgets a text that was left. */
export const forgetLeft = ({ place }: LeftText): void => localStorage.removeItem(place)

/**
 * What tabs that are closed left of a field, each text once. Another tab that is open saves its own. Texts without a
 * word, and such as stand there twice, are forgotten by this.
 */
export async function leftByClosed(name: string): Promise<readonly LeftText[]> {
  const open = await openTabs()
  const left: LeftText[] = []
  for (const { place, field, tab } of places()) {
    if (field !== name || (tab !== undefined && open.has(tab))) continue
    const text = localStorage.getItem(place) ?? ''
    if (text.trim() === '' || left.some(other => other.text === text)) forgetLeft({ place, text })
    else left.push({ place, text })
  }
  return left
}

/** The other tabs that are open now and keep a text of a field for themselves. */
export async function openWith(name: string): Promise<readonly string[]> {
  const open = await openTabs()
  const tabs = places().flatMap(({ field, tab }) =>
    field === name && tab !== undefined ? [tab] : [],
  )
  return tabs.filter(tab => tab !== thisTab() && open.has(tab))
}

/** At the start: of what closed tabs left, each text of a field stands there once. */
export async function tidyUnsaved(): Promise<void> {
  const fields = new Set([...places()].map(({ field }) => field))
  for (const field of fields) await leftByClosed(field)
}

/** Every text that is kept, the newest program's with its tab's name, an older one's without. */
function places(): { place: string; field: string; tab: string | undefined }[] {
  return Object.keys(localStorage)
    .filter(place => place.startsWith(prefix))
    .toSorted()
    .map(place => {
      const at = place.lastIndexOf(end)
      return at === -1
        ? { place, field: place.slice(prefix.length), tab: undefined }
        : { place, field: place.slice(prefix.length, at), tab: place.slice(at + end.length) }
    })
}
