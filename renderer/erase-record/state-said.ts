import type { Erasure } from '../../core/erasure/record.ts'
import { askedUntil } from '../../core/erasure/record.ts'
import type { Words } from '../../words/words.ts'

/** How an erasing stands, in a sentence. */
export function stateSaid(
  words: Words['erasure'],
  erasure: Erasure,
  nameOf: (person: string | undefined) => string,
  now: number,
): string {
  const { state, askedBy, askedAt = 0, agreedBy, dueAt = 0, erasedAt = 0 } = erasure
  const until = askedUntil(erasure) ?? 0
  switch (state) {
    case 'counting':
      return words.state.counting
    case 'counted':
      return words.state.counted
    case 'asked':
      return now < until
        ? words.asked({ by: nameOf(askedBy), at: askedAt, until })
        : words.late({ by: nameOf(askedBy), until })
    case 'agreed':
      return words.agreed({ asked: nameOf(askedBy), agreed: nameOf(agreedBy), due: dueAt })
    case 'called_off':
      return words.calledOff({ by: nameOf(erasure.calledOffBy), at: erasure.calledOffAt ?? 0 })
    case 'erased':
      return words.state.erased({ at: erasedAt })
  }
}
