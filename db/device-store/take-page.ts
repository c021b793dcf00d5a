import type { Key } from '../../core/kit/record-type.ts'
import { keyOf } from '../../core/kit/record-type.ts'
import { seen } from '../../core/merge/clock.ts'
import type { StoredRec } from '../records/kinds.ts'
import { isReadable, upcast } from '../records/kinds.ts'
import type { Steps } from '../sql/steps.ts'
import type { Op, Page, PullReply } from '../wire.ts'
import type { Base } from './base.ts'
import { compareSums } from './differing.ts'
import { heldToFirst } from './first-sight.ts'
import { knownOf, touchedOf } from './known.ts'
import type { Streamed } from './mirror.ts'
import { dropFromMirror, dropStream, mirrorRecs, putMirrorAll } from './mirror.ts'
import { nameKey } from './name-key.ts'
import { setClock } from './push.ts'
import { redecide } from './redecide.ts'
import { beginRenewal, finishRenewal } from './renew.ts'
import { finishResync, heldRows, sendAgain, startResync } from './resync.ts'
import { archiveSettled, takeResults } from './settle.ts'
import type { Standing } from './standing.ts'
import { isArriving, stand, standingOf } from './standing.ts'
import { markDirty, takeDirty } from './dirty.ts'
import { reindexAll } from './view.ts'

/** What a reply to a pull came to. */
export type Taken =
  /** `changed`: records that may look different. `held`: old records that a resync would take away, kept until the person agrees. */
  | {
      readonly took: 'page'
      readonly more: boolean
      readonly changed: readonly Key[]
      readonly held: number
    }
  /** Old, or twice: dropped. */
  | { readonly took: 'nothing' }
  /** The pull begins anew from ''. */
  | { readonly took: 'resync' }

/**
 * Takes the district's word in: results, records and cursor in one transaction, so that a page is taken
 * once or not at all. Pending commands are decided again at the last page only: half of what a commit did
 * would show refusals that never happened. `isTimely`: it tells the time of now, and was not on its way for long.
 */
export function* takePage(
  reply: PullReply,
  nowMs: number,
  base: Base,
  asked?: readonly string[],
  isTimely = true,
): Steps<Taken> {
  const before = yield* standingOf()
  if (!before.joined || reply.from !== before.cursor) return { took: 'nothing' }
  if (isTimely) yield* setClock(reply.now, nowMs)
  if ('resync' in reply) {
    yield* startResync(reply.resync, reply.epoch)
    return { took: 'resync' }
  }
  // A life that began while there was no cursor here that the district could have found wrong shows only in its pages.
  const { life = before.life } = reply
  if (before.life && before.life.epoch !== life?.epoch) yield* sendAgain()
  if (reply.anew && reply.anew.length > 0) yield* beginRenewal(reply.anew)
  // Asked for once: what was not begun is noticed again by itself. What is wanted since the question left is still to be
  // asked for.
  const { anew = [] } = before
  const standing = yield* stand({
    cursor: reply.next,
    midPull: reply.more,
    ...(life === undefined ? {} : { life }),
    anew: asked === undefined ? [] : anew.filter(stream => !asked.includes(stream)),
    // What this computer says to itself before the first page has come (`refuse-here.ts`) is none.
    arrived: !isArriving(before) || (!reply.more && reply.next !== ''),
  })
  const changed = new Set<Key>()
  for (const stream of reply.drop) for (const key of yield* dropStream(stream)) changed.add(key)
  const fresh = yield* takeOps(reply.ops, standing, nowMs, base)
  // What a stream that was dropped held is still listed.
  for (const key of changed) fresh.delete(key)
  for (const [, kind, id] of reply.ops) changed.add(keyOf(kind, id))
  yield* followClocks(reply, standing)
  yield* takeResults(reply.results, base)
  if (!reply.more) {
    for (const key of yield* finishResync(reply)) changed.add(key)
    for (const key of yield* finishRenewal(reply)) changed.add(key)
  }
  yield* showChanged(changed, fresh, base)
  if (!reply.more) {
    for (const key of yield* catchUp(standing, base)) changed.add(key)
    yield* compareSums(reply)
  }
  return { took: 'page', more: reply.more, changed: [...changed], held: yield* heldRows(reply) }
}

/** Shows what changed at once, but for what pending commands hang on: that waits for the last page. */
function* showChanged(
  changed: ReadonlySet<Key>,
  fresh: ReadonlyMap<Key, StoredRec>,
  base: Base,
): Steps<void> {
  if (changed.size === 0) return
  const touched = yield* touchedOf(changed)
  const shown = [...changed].filter(key => !touched.has(key))
  const names = new Set<string>(yield* reindexAll(shown, base, { fresh }))
  for (const name of yield* namesIn(touched, base)) names.add(name)
  yield* markDirty(touched)
  if (names.size > 0) yield* markDirty(yield* touchedOf([...names].map(nameKey)))
}

/** The names that the mirror's records hold. */
function* namesIn(keys: ReadonlySet<Key>, base: Base): Steps<readonly string[]> {
  if (keys.size === 0) return []
  const recs = yield* mirrorRecs([...keys], base.kinds)
  return [...recs.values()].flatMap(rec => base.kinds.get(rec.kind)?.unique(rec.id, rec.body) ?? [])
}

/** Decides again what the finished pull has changed under pending commands. */
function* catchUp(standing: Standing, base: Base): Steps<ReadonlySet<Key>> {
  yield* markDirty(yield* archiveSettled())
  const dirty = yield* takeDirty()
  return dirty.size === 0 ? dirty : yield* redecide(dirty, standing, base)
}

/** Takes what a page says of records into the mirror. Returns those of which nothing was here before, as they are seen now. */
function* takeOps(
  ops: readonly Op[],
  { generation }: Standing,
  nowMs: number,
  base: Base,
): Steps<Map<Key, StoredRec>> {
  if (ops.length === 0) return new Map()
  const known = yield* knownOf(ops.map(([, kind, id]) => keyOf(kind, id)))
  const fresh = new Map<Key, StoredRec>()
  // By stream and key: of what is said twice of one place, the last counts.
  const streamed = new Map<string, Map<Key, Streamed>>()
  for (const op of ops) {
    const [stream, kind, id] = op
    const key = keyOf(kind, id)
    const told = recIn(op)
    const isHeld = told !== undefined && base.kinds.get(kind)?.held !== undefined
    const rec = isHeld ? yield* heldToFirst(told, nowMs, base.kinds) : told
    const there = streamed.get(stream) ?? new Map<Key, Streamed>()
    streamed.set(stream, there)
    if (told && rec) there.set(key, { stream, rec, told })
    else {
      there.delete(key)
      yield* dropFromMirror(stream, key)
    }
    const seen = rec && upcast(rec, base.kinds)
    // One that this program can't read is kept and not shown.
    if (seen === undefined || known.has(key) || !isReadable(seen, base.kinds)) fresh.delete(key)
    else fresh.set(key, seen)
    // Twice in a page, from two streams: then it is seen as both show it.
    known.add(key)
  }
  const all = [...streamed.values()].flatMap(there => [...there.values()])
  yield* putMirrorAll(all, generation)
  return fresh
}

function recIn(op: Op): StoredRec | undefined {
  if (op.length === 3) return undefined
  const [, kind, id, rev, v, body, clocks] = op
  return { kind, id, rev, v, body, clocks }
}

/** This device's next edit sorts after what it has seen; a stamp from a wrong clock isn't followed. */
function* followClocks(page: Page, { clock, actor }: Standing): Steps<void> {
  let latest = ''
  for (const [, , , , , , clocks] of page.ops)
    for (const stamp of Object.values(clocks ?? {})) if (stamp > latest) latest = stamp
  const moved = seen(clock, latest, page.now, actor.device)
  if (moved > clock) yield* stand({ clock: moved })
}
