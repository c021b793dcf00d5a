import { answerPlace } from '../claim/anchor-place.ts'
import type { Anchor, Attempt, Item, Mask } from '../claim/record.ts'

/** What stands for hidden words: always as long, so that it tells nothing of them. */
export const maskedText = '▇▇▇▇▇'

type Masks = Readonly<Record<string, Mask>> | undefined

/** The places that are hidden from a reader: those that another one found. */
export const hiddenFrom = (reader: string, masks: Masks): readonly Anchor[] =>
  Object.values(masks ?? {})
    .filter(mask => mask.by !== reader)
    .map(mask => mask.anchor)

/**
 * An attempt as a reader may see it: words that show who it is are hidden wherever they stand in that text. A place
 * without words hides all of it, and in a file always the whole file with its name: nothing in there can be covered.
 */
export function maskedAttempt(attempt: Attempt, hidden: readonly Anchor[]): Attempt {
  if (hidden.length === 0) return attempt
  const quotesAt = (place: string) =>
    hidden.filter(anchor => anchor.place === place).map(anchor => anchor.quote ?? '')
  return {
    ...attempt,
    answers: Object.fromEntries(
      Object.entries(attempt.answers).map(([prompt, text]) => [
        prompt,
        covered(text, quotesAt(answerPlace(prompt))),
      ]),
    ),
    items: attempt.items.map(item => maskedItem(item, quotesAt(item.evidence))),
  }
}

function maskedItem(item: Item, quotes: readonly string[]): Item {
  if (quotes.length === 0) return item
  const isWhole = quotes.includes('') || item.text === undefined
  if (!isWhole) {
    const { title, note, text } = item
    const [shownTitle, shownNote] = [covered(title, quotes), covered(note, quotes)]
    return { ...item, title: shownTitle, note: shownNote, text: covered(text ?? '', quotes) }
  }
  const { file: _file, link: _link, ...rest } = item
  return { ...rest, title: maskedText, note: '', text: maskedText }
}

const covered = (text: string, quotes: readonly string[]): string =>
  quotes.reduce(
    (shown, quote) => (quote === '' ? maskedText : shown.replaceAll(quote, maskedText)),
    text,
  )
