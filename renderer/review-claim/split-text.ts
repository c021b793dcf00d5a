/** A stretch of a text; `n` is the number of the place that points at it. */
export interface Stretch {
  readonly text: string
  readonly n: number | undefined
}

interface Pointed {
  readonly n: number
  readonly quote: string
}

/**
 * A text cut where places point at it. A quote that the text doesn't hold, or that overlaps an earlier one, marks
 * nothing: the text itself is always whole.
 */
export function splitText(text: string, pointed: readonly Pointed[]): readonly Stretch[] {
  const spans = pointed
    .map(({ n, quote }) => ({
      n,
      at: quote === '' ? -1 : text.indexOf(quote),
      length: quote.length,
    }))
    .filter(span => span.at >= 0)
    .toSorted((a, b) => a.at - b.at)
  const stretches: Stretch[] = []
  let end = 0
  for (const span of spans) {
    if (span.at < end) continue
    if (span.at > end) stretches.push({ text: text.slice(end, span.at), n: undefined })
    end = span.at + span.length
    stretches.push({ text: text.slice(span.at, end), n: span.n })
  }
  if (end < text.length) stretches.push({ text: text.slice(end), n: undefined })
  return stretches
}
