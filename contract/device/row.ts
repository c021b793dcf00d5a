/**
 * How a row stands to the district's word: `record` as the district has it · `shown` with changes of this computer on
 * top · `unshown` a change waits that can't be shown yet · `doubtful` a change on top will probably be refused.
 */
export type Sight = 'record' | 'shown' | 'unshown' | 'doubtful'

/** A record as a screen gets it. */
export interface Row<B> {
  readonly id: string
  readonly body: B
  readonly sight: Sight
}
