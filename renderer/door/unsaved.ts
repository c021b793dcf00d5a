import { openTabs, thisTab } from './tab.ts'

const prefix = 'meritfolio.unsaved.'
/** Between a field's name and its tab's; a tab's name has none in it. */
const end = '#'

const placeOf = (name: string) => `${prefix}${name}${end}${thisTab()}`

/** A text that a tab had not saved when it was closed, or this one when it was loaded again. */
export interface LeftText {
  /** Where it stands, to be forgotten by. */
  readonly place: string
  readonly text: string
}

/** Keeps a text of a field for this tab. A full store is no reason to stop: the disk is what counts. */
export function keepUnsaved(name: string, text: string): void {
  try {
    localStorage.setItem(placeOf(name), text)
  } catch {
    localStorage.removeItem(placeOf(name))
  }
}

/** What this tab keeps of a field, or `undefined`. */
export const unsaved = (name: string): string | undefined =>
  localStorage.getItem(placeOf(name)) ?? undefined

/** This tab keeps nothing of a field any more. */
export const dropUnsaved = (name: string): void => localStorage.removeItem(placeOf(name))

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
