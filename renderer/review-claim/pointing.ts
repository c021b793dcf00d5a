import type { Anchor } from '../../core/claim/record.ts'

/** The attribute that names the place of a text in the page: `data-place="answer:…"`. */
const placeName = 'place'
const pinSelector = '[data-pin]'
const quoteCharsMax = 2_000

/** The words that are marked in a text of the page, as a place; `undefined` where none are. */
export function pointedWords(): Anchor | undefined {
  const selection = document.getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  const text = elementOf(range.startContainer)?.closest<HTMLElement>(`[data-${placeName}]`)
  const place = text?.dataset[placeName]
  if (text === null || text === undefined || place === undefined) return undefined
  const within = range.cloneRange()
  // A mark that runs on into the next text ends where its own text ends.
  if (!text.contains(range.endContainer)) within.setEnd(text, text.childNodes.length)
  const words = within.cloneContents()
  for (const pin of words.querySelectorAll(pinSelector)) pin.remove()
  const quote = (words.textContent ?? '').trim().slice(0, quoteCharsMax)
  return quote === '' ? undefined : { place, quote }
}

/** The text that the focus is at, as a place without words. */
export function focusedPlace(): Anchor | undefined {
  const at = document.activeElement?.closest('[data-answer]')
  const place = at?.querySelector<HTMLElement>(`[data-${placeName}]`)?.dataset[placeName]
  return place === undefined ? undefined : { place }
}

const elementOf = (node: Node): Element | null =>
  node instanceof Element ? node : node.parentElement
