import type { Counts, Standing } from '../../contract/device/verifying.ts'
import type { Words } from '../../words/words.ts'

/** What holds first: one is glad to read it. */
export const asRead: readonly Standing[] = ['holds', 'unknown', 'fails', 'unread', 'apart']

/** How many of each, as parts of one sentence. */
export function partsSaid(words: Words, counts: Counts): readonly string[] {
  const { share } = words.verify.many
  return asRead.flatMap(standing =>
    counts[standing] === 0 ? [] : [share[standing]({ n: counts[standing] })],
  )
}

/** "312 badges checked here in 4 seconds: 287 hold, 19 have something unknown." */
export const sumSaid = (words: Words, counts: Counts, tookMs: number): string =>
  `${beginSaid(words, counts, tookMs)}: ${partsSaid(words, counts).join(', ')}.`

/** "312 badges checked here in 4 seconds". `tookMs`: time spent on checking. */
export const beginSaid = (words: Words, counts: Counts, tookMs: number) =>
  words.verify.many.checked({
    all: counts.all - counts.waiting - counts.stopped,
    badges: counts.unread + counts.apart === 0,
    tookMs,
  })
