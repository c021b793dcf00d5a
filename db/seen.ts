import type { Rec, RecordType } from '../core/kit/record-type.ts'
import type { ListAsk, ListPlace } from './index-table/list.ts'
import type { WalkAsk } from './index-table/walk.ts'

/**
 * How sure a record is. `record`: the district's word (or everything, on a computer that has not joined).
 * `shown`: with something of one's own on top that the district has not decided yet. `unshown`: something is
 * on its way that can't be shown. `doubtful`: something is on its way that will probably be refused.
 */
export type Sight = 'record' | 'shown' | 'unshown' | 'doubtful'

export interface SeenRec<B> {
  readonly rec: Rec<B>
  readonly sight: Sight
}

/** A row of a list; hand `place` back as `after` for the next page. */
export interface Listed<B> extends SeenRec<B> {
  readonly place: ListPlace
}

/** What a query may look at: the same on a device and, for one person, in the district. */
export interface Seen {
  get<B>(type: RecordType<B>, id: string): Promise<SeenRec<B> | undefined>
  list<B>(type: RecordType<B>, ask: ListAsk): Promise<readonly Listed<B>[]>
  /** A page along one column, from its end: for lists that may be long. */
  walk<B>(type: RecordType<B>, ask: WalkAsk): Promise<readonly Listed<B>[]>
  /** How many records such a list holds. */
  count<B>(type: RecordType<B>, ask: Pick<WalkAsk, 'along' | 'prefix'>): Promise<number>
}

/** A record of a kind has that kind's body: the district validates when it writes. Throws for another kind. */
export function narrowed<B>(type: RecordType<B>, rec: Rec<unknown>): Rec<B> {
  if (!isOf(type, rec)) throw new TypeError(`${rec.kind} is not ${type.kind}`)
  return rec
}

function isOf<B>(type: RecordType<B>, rec: Rec<unknown>): rec is Rec<B> {
  return rec.kind === type.kind
}
