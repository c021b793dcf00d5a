import type { CauseDecided } from '../../contract/device/verifying.ts'
import type { Words } from '../../words/words.ts'

/** Who decided what, and until when. */
export const decidedSaid = (words: Words, { choice, by, until }: CauseDecided): string =>
  words.verify.many.decided[choice]({ by, until })
