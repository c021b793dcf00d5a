import type { AnyCommand } from '../../core/kit/command.ts'
import type { Key, Rec } from '../../core/kit/record-type.ts'
import { keyOf } from '../../core/kit/record-type.ts'
import type { Call, Verdict } from '../engine/decide.ts'
import { deciding } from '../engine/decide.ts'
import type { Ask, Told } from '../engine/load.ts'
import type { Write } from '../records/apply.ts'
import type { Kinds, StoredRec } from '../records/kinds.ts'
import { bodyOf } from '../records/kinds.ts'

/** Records in memory on which the engine decides, for tests of the rules alone. */
export interface Held {
  readonly records: ReadonlyMap<Key, StoredRec>
  /** What a command comes to; nothing is written. */
  outcomeOf(command: AnyCommand, call: Call): Verdict['outcome']
  /** The same records after some writes. */
  after(writes: readonly Write[]): Held
}

/** Holds records as they are. Every file that is asked about is there. */
export function heldOf(records: ReadonlyMap<Key, StoredRec>, kinds: Kinds): Held {
  const names = new Map(
    [...records].flatMap(([key, rec]) =>
      (kinds.get(rec.kind)?.unique(rec.id, rec.body) ?? []).map(name => [name, key] as const),
    ),
  )
  const told = ({ keys, names: asked, blobs }: Ask): Told => {
    const held = asked.flatMap(name => {
      const key = names.get(name)
      return key === undefined ? [] : [[name, key] as const]
    })
    const wanted = [...keys, ...held.map(([, key]) => key)].flatMap(key => {
      const rec = records.get(key)
      return rec === undefined ? [] : [[key, rec] as const]
    })
    return { records: new Map(wanted), names: new Map(held), blobs: new Set(blobs) }
  }
  return {
    records,
    outcomeOf(command, call) {
      const steps = deciding(command, call, kinds)
      let next = steps.next()
      while (!next.done) next = steps.next(told(next.value))
      return next.value.outcome
    },
    after(writes) {
      const then = new Map(records)
      for (const { key, rec } of writes)
        if (rec === undefined) then.delete(key)
        else then.set(key, rec)
      return heldOf(then, kinds)
    },
  }
}

/** Records by key, as a store has them. */
export const recordsOf = (recs: readonly Rec<object>[]): ReadonlyMap<Key, StoredRec> =>
  new Map(recs.map(rec => [keyOf(rec.kind, rec.id), { ...rec, body: bodyOf(rec.body) }]))
