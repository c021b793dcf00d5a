import type { Lack } from './left-to-do.ts'
import type { MarkedPlace } from './marked-places.ts'
import type { CriterionRead, Reading } from './open-reading.ts'
import type { Judging } from './use-judging.ts'

/** What the judgement's side of a reading shows and can do. */
export interface RubricProps {
  readonly reading: Reading
  readonly judging: Judging
  readonly open: CriterionRead | undefined
  readonly places: readonly MarkedPlace[]
  /** What is left, once the reader has asked to finish. */
  readonly left: readonly Lack[]
  /** The reader wanted to point, but nothing says at what. */
  readonly isUnpointed: boolean
  readonly minutesHidden: boolean
  /** Whether the guidance stands beside the open criterion. */
  readonly isGuided: boolean
  readonly commentId: string
  onOpen(n: number): void
  onPoint(): void
  /** What the reader points at shows who it is. */
  onShowsWho(): void
  onGo(place: MarkedPlace): void
  onUntil(place: MarkedPlace): void
  onTyped(criterion: string, text: string | undefined): void
  onMinutes(): void
  onGuidance(): void
  onGiveBack(): void
}
