import type { AnyCommand } from '../../core/kit/command.ts'
import type { Ask as StepAsk } from '../../core/kit/loads.ts'
import { firstOf } from '../../core/kit/loads.ts'
import type { Key } from '../../core/kit/record-type.ts'
import { keyOf } from '../../core/kit/record-type.ts'
import type { StoredRec } from '../records/kinds.ts'

/** What a step wants to know of a store. */
export interface Ask {
  readonly keys: readonly Key[]
  readonly names: readonly string[]
  readonly blobs: readonly string[]
}

/** The store's answer: records by key, also those that hold a name; absent ones are absent. */
export interface Told {
  readonly records: ReadonlyMap<Key, StoredRec>
  readonly names: ReadonlyMap<string, Key>
  readonly blobs: ReadonlySet<string>
}

export interface Loaded {
  readonly state: unknown
  /** Set when a record without which the command can't be decided isn't there. */
  readonly missing: boolean
  /** Every record looked at; `undefined`: looked for, absent. */
  readonly reads: ReadonlyMap<Key, StoredRec | undefined>
  /** Names that nobody held. */
  readonly freeNames: ReadonlySet<string>
}

/** Walks a command's chain of loads, asking step by step. Stops at the first `must` that is missing. */
export function* load(command: AnyCommand, input: unknown): Generator<Ask, Loaded, Told> {
  const reads = new Map<Key, StoredRec | undefined>()
  const freeNames = new Set<string>()
  let state = {}
  for (const step of command.needs(firstOf<unknown>()).steps) {
    const asked = step.ask(input, state)
    const ask = wanted(asked)
    const told = yield ask
    for (const key of ask.keys) reads.set(key, told.records.get(key))
    for (const name of ask.names) {
      const key = told.names.get(name)
      if (key) reads.set(key, told.records.get(key))
      else freeNames.add(name)
    }
    const answers = Object.entries(asked).map(
      ([field, want]) => [field, answer(want, told)] as const,
    )
    state = { ...state, ...Object.fromEntries(answers) }
    const missing = Object.entries(asked).some(
      ([, want]) => want.want === 'must' && !told.records.has(keyOf(want.type.kind, want.id)),
    )
    if (missing) return { state, missing, reads, freeNames }
  }
  return { state, missing: false, reads, freeNames }
}

function wanted(asked: StepAsk): Ask {
  const keys: Key[] = []
  const names: string[] = []
  const blobs: string[] = []
  for (const want of Object.values(asked)) {
    if (want.want === 'blobs') blobs.push(...want.shas)
    else if (want.want === 'holder') names.push(want.name)
    else if (want.want === 'each') keys.push(...want.ids.map(id => keyOf(want.type.kind, id)))
    else keys.push(keyOf(want.type.kind, want.id))
  }
  return { keys: [...new Set(keys)], names, blobs }
}

function answer(want: StepAsk[string], told: Told): unknown {
  if (want.want === 'blobs') return want.shas.filter(sha => told.blobs.has(sha))
  if (want.want === 'holder') {
    const key = told.names.get(want.name)
    return key && told.records.get(key)
  }
  const find = (id: string): StoredRec | undefined => told.records.get(keyOf(want.type.kind, id))
  if (want.want === 'each') return want.ids.map(find).filter(rec => rec !== undefined)
  return find(want.id)
}
