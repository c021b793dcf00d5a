import type { Actor } from '../../core/kit/command.ts'
import { metaOf, setMeta } from '../meta/meta.ts'
import type { Steps } from '../sql/steps.ts'
import type { Life } from '../wire.ts'

/** What a device remembers about itself, in the same transactions as what depends on it. */
export interface Standing {
  readonly actor: Actor
  /** Whether a district knows this device: then commands are sent, and decided again after each pull. */
  readonly joined: boolean
  readonly cursor: string
  /** What it knows of the district's life; absent: nothing has been told of it. */
  readonly life?: Life
  /** Set between two pages of one pull: the picture is half. */
  readonly midPull: boolean
  /** Counts up at each start from the beginning; what a finished pull left behind is older. */
  readonly generation: number
  readonly resyncing: boolean
  /** The generation with which it began; absent in what an earlier program wrote. Streams may begin anew meanwhile. */
  readonly resyncSince?: number
  /** The person agreed to a resync that takes much away. */
  readonly resyncConfirmed: boolean
  /** Whether the whole of a pull has ever come. Absent in what an earlier program wrote. */
  readonly arrived?: boolean
  /** Streams to be asked for from the beginning at the next pull; absent: none. */
  readonly anew?: readonly string[]
  /** Streams that are on their way anew: what is of an older generation than this is what was here before. */
  readonly renewing?: Readonly<Record<string, number>>
  /** Last stamp given. */
  readonly clock: string
  /** The district's clock minus this one's (ms). */
  readonly skewMs: number
  /** Last command number given. */
  readonly n: number
}

/** Whether the first pull of a joined device is still to come, or under way: then what is seen is not all there is. */
export const isArriving = ({ joined, arrived, cursor, midPull }: Standing): boolean =>
  joined && !(arrived ?? (cursor !== '' && !midPull))

/** The stored standing. Throws before the first start has written one. */
export function* standingOf(): Steps<Standing> {
  const stored = yield* metaOf('standing')
  if (stored === undefined) throw new Error('the device store was not opened')
  const standing: Standing = JSON.parse(stored)
  return standing
}

/** Stores what changed. */
export function* stand(change: Partial<Standing>): Steps<Standing> {
  const standing = { ...(yield* standingOf()), ...change }
  yield* setMeta('standing', JSON.stringify(standing))
  return standing
}

/** The first start of a device, which names itself for good. */
export function* firstStanding(actor: Actor): Steps<void> {
  if ((yield* metaOf('standing')) !== undefined) return
  const standing: Standing = {
    actor,
    joined: false,
    cursor: '',
    midPull: false,
    generation: 0,
    resyncing: false,
    resyncConfirmed: false,
    clock: '',
    skewMs: 0,
    n: 0,
  }
  yield* setMeta('standing', JSON.stringify(standing))
}
