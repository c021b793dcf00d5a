import { inSlot, filledKey } from '../../core/claim/filled.ts'

/** A slot of a claim that waits for evidence. */
export interface SlotPlace {
  readonly claim: string
  readonly slot: string
}

/** Reads `?slot=<claim>/<slot>`. */
export function slotInAddress(search: URLSearchParams): SlotPlace | undefined {
  const text = search.get('slot') ?? ''
  const at = text.indexOf('/')
  if (at < 1 || at === text.length - 1) return undefined
  return { claim: text.slice(0, at), slot: text.slice(at + 1) }
}

/** Where the next piece of a slot stands: after all that are in it. */
export function nextPlace(filled: Readonly<Record<string, number>>, slot: string): number {
  const places = inSlot(filled, slot).map(id => filled[filledKey(slot, id)] ?? 0)
  return Math.max(0, ...places) + 1
}
