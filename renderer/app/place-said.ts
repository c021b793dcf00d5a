import type { Anchor } from '../../core/claim/record.ts'
import type { Words } from '../../words/words.ts'

/** Where an anchor points, in as few words as there are: "p. 3", "2:14–3:05". */
export function placeSaid(words: Words, anchor: Anchor): string {
  const said = words.review.anchor
  const { page, startMs, endMs, quote } = anchor
  if (page !== undefined) return said.page({ page })
  if (startMs !== undefined)
    return endMs === undefined ? said.time({ startMs }) : said.span({ startMs, endMs })
  return quote === undefined ? said.whole : said.words
}
