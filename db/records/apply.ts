import type { Change } from '../../core/kit/change.ts'
import type { Key } from '../../core/kit/record-type.ts'
import type { Body } from '../wire.ts'
import type { Kinds, StoredRec } from './kinds.ts'
import { bodyOf, partsOf, plain } from './kinds.ts'

/** What becomes of one record: `before` is the revision it was decided on (0 = absent), no `rec` = taken away. */
export interface Write {
  readonly key: Key
  readonly before: number
  readonly rec: StoredRec | undefined
}

/** The body with fields set; `name.part` sets one entry of a map, `undefined` takes away. */
export function patched(body: Body, set: Readonly<Record<string, unknown>>): Body {
  const fields = new Map(Object.entries(body))
  for (const [path, value] of Object.entries(set)) {
    const dot = path.indexOf('.')
    const field = dot < 0 ? path : path.slice(0, dot)
    const next = dot < 0 ? value : withEntry(fields.get(field), path.slice(dot + 1), value)
    if (next === undefined) fields.delete(field)
    else fields.set(field, plain(next))
  }
  return Object.fromEntries(fields)
}

function withEntry(map: unknown, part: string, value: unknown): object {
  const entries = new Map(Object.entries(typeof map === 'object' && map !== null ? map : {}))
  if (value === undefined) entries.delete(part)
  else entries.set(part, value)
  return Object.fromEntries(entries)
}

/**
 * The writes that a decision's changes come to. `reads` holds every record the command looked at.
 * Throws for a change that no command may make: a patch of what it did not read, a create of what is there.
 */
export function writesOf(
  changes: readonly Change[],
  reads: ReadonlyMap<Key, StoredRec | undefined>,
): Write[] {
  const writes = new Map<Key, Write>()
  for (const change of changes) {
    const before = reads.get(change.key)?.rev ?? 0
    const earlier = writes.get(change.key)
    const held = earlier ? earlier.rec : reads.get(change.key)
    const rec = changed(change, held, before)
    writes.set(change.key, { key: change.key, before, rec })
  }
  return [...writes.values()].filter(write => write.before > 0 || write.rec)
}

function changed(
  change: Change,
  held: StoredRec | undefined,
  before: number,
): StoredRec | undefined {
  if (change.do === 'create') {
    if (held) throw new Error(`create of what is there: ${change.key}`)
    const { v, clocks } = change
    return {
      ...partsOf(change.key),
      v,
      rev: before + 1,
      body: bodyOf(change.body),
      clocks: clocks ?? {},
    }
  }
  if (!held) throw new Error(`${change.do} of what was not loaded: ${change.key}`)
  if (change.do === 'remove') return undefined
  return {
    ...held,
    rev: before + 1,
    body: patched(held.body, change.set),
    clocks: { ...held.clocks, ...change.clocks },
  }
}

/** Throws where a body is not what its schema says: a defect in a command, never a person's mistake. */
export function assertValid(rec: StoredRec, kinds: Kinds): void {
  const type = kinds.get(rec.kind)
  if (!type) throw new Error(`no record type ${rec.kind}`)
  const checked = type.schema.safeParse(rec.body)
  if (checked.success) return
  const [issue] = checked.error.issues
  throw new Error(`${rec.kind} body invalid at ${issue?.path.join('.')}: ${issue?.code}`)
}
