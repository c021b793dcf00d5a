import type { Key } from '../../core/kit/record-type.ts'
import type { Verdict } from '../engine/decide.ts'
import { deciding } from '../engine/decide.ts'
import type { Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import type { Base } from './base.ts'
import { componentOf } from './component.ts'
import { mirrorRecs } from './mirror.ts'
import { isNameKey } from './name-key.ts'
import type { Pending, Touch } from './outbox.ts'
import { outboxRow, putTouches, touchesOf, touching } from './outbox.ts'
import type { Standing } from './standing.ts'
import { touchesIn } from './touches.ts'
import { clearPending, putPending, reindexAll } from './view.ts'
import type { Working } from './working.ts'
import { workingFrom } from './working.ts'

interface Rerun {
  readonly pending: Pending
  readonly sight: Pending['sight']
  readonly touches: readonly Touch[]
}

/**
 * Decides pending commands again on top of the district's word, where it has changed. A command that would
 * now be refused is doubtful: not shown, sent all the same, since the district decides. Returns the records
 * that may look different.
 */
export function* redecide(
  changed: Iterable<Key>,
  standing: Standing,
  base: Base,
): Steps<ReadonlySet<Key>> {
  const start = new Set<Key>(changed)
  for (;;) {
    const { rows, keys } = yield* componentOf(start)
    const working = yield* workingFrom(
      [...keys].filter(key => !isNameKey(key)),
      base,
    )
    const reruns: Rerun[] = []
    const inside = new Set(rows)
    const outside: Key[] = []
    for (const n of rows) {
      const rerun = yield* rerunOf(n, working, standing, base)
      if (!rerun) continue
      reruns.push(rerun)
      outside.push(...(yield* hangingOutside(rerun.touches, keys, inside)))
    }
    if (outside.length > 0) {
      // It met a record that other pending commands change, or read and it changes: all of them together.
      for (const key of outside) start.add(key)
      continue
    }
    for (const rerun of reruns) yield* note(rerun)
    yield* showCurrent(working, base)
    return new Set(working.current.keys())
  }
}

function* rerunOf(
  n: number,
  working: Working,
  standing: Standing,
  base: Base,
): Steps<Rerun | undefined> {
  const pending = yield* outboxRow(n)
  const command = pending && base.commands.get(pending.name)
  if (!pending || !command) return undefined
  const { key, input, doneAt, stamp } = pending
  const call = { key, input, actor: standing.actor, doneAt, now: doneAt, stamp }
  const steps = deciding(command, call, base.kinds)
  let verdict: Verdict
  const before = yield* touchesOf(n)
  try {
    let next = steps.next()
    while (!next.done) next = steps.next(yield* working.told(next.value))
    verdict = next.value
  } catch (error) {
    base.onDefect(error, pending.name)
    return { pending, sight: 'doubtful', touches: before }
  }
  const touches = touchesIn(verdict, before, base.kinds)
  if ('writes' in verdict.outcome && command.where === 'both') {
    working.put(verdict.outcome.writes)
    return { pending, sight: 'shown', touches }
  }
  const isRefused = 'refusal' in verdict.outcome
  const wasShown = pending.sight !== 'unshown'
  return { pending, sight: isRefused && wasShown ? 'doubtful' : 'unshown', touches }
}

/** Records through which this command hangs together with pending ones that are not decided again yet. */
function* hangingOutside(
  touches: readonly Touch[],
  keys: ReadonlySet<Key>,
  inside: ReadonlySet<number>,
): Steps<Key[]> {
  const asked = touches.filter(({ key }) => !keys.has(key))
  if (asked.length === 0) return []
  const touched = yield* touching(asked.map(({ key }) => key))
  return asked.flatMap(({ key, wrote }) => {
    const others = (touched.get(key) ?? []).filter(touch => !inside.has(touch.n))
    return others.some(other => wrote || other.wrote) ? [key] : []
  })
}

function* note({ pending, sight, touches }: Rerun): Steps<void> {
  if (sight !== pending.sight)
    yield* query('update outbox set sight = ? where n = ?', sight, pending.n)
  yield* putTouches(pending.n, touches)
}

function* showCurrent({ current, mirrored }: Working, base: Base): Steps<void> {
  const keys = [...current.keys()]
  // What none of the commands began with, they made or met on their way.
  const met = keys.filter(key => !mirrored.has(key))
  const others = yield* mirrorRecs(met, base.kinds)
  const asMirrored: Key[] = []
  for (const [key, rec] of current) {
    const told = mirrored.get(key) ?? others.get(key)
    if (rec === told || (rec?.rev === told?.rev && sameBody(rec, told))) asMirrored.push(key)
    else yield* putPending(key, rec)
  }
  yield* clearPending(asMirrored)
  yield* reindexAll(keys, base, { seen: current })
}

function sameBody(a: { body: object } | undefined, b: { body: object } | undefined): boolean {
  return JSON.stringify(a?.body) === JSON.stringify(b?.body)
}
