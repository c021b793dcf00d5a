import { mergeText, type Aside, type MergedText } from './text.ts'

interface Settling {
  readonly stored: string
  readonly aside: Aside | undefined
  /** Both versions as the person saw them when they chose. */
  readonly seen: { readonly stored: string; readonly aside: string }
  readonly text: string
  readonly at: number
  readonly device: string
}

/**
 * What a text becomes when a person settles its two versions: the chosen one, with nothing beside it. Where either has
 * changed since they looked, the choice is an edit like any other: what was typed meanwhile is kept.
 */
export function settleText(settling: Settling): MergedText {
  const { stored, aside, seen, text, at, device } = settling
  const isAsSeen = stored === seen.stored && (aside?.text ?? '') === seen.aside
  if (isAsSeen) return { text, aside: null }
  return mergeText({ stored, aside, base: seen.stored, text, at, device })
}
