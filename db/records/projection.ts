import type { AnyRecordType } from '../../core/kit/record-type.ts'
import type { StoredRec } from './kinds.ts'

/**
 * A record as the given streams show it, by today's body and today's code: fields that every seat there
 * hides are left out, with their clocks. `undefined` when it has no seat in them.
 */
export function projected(
  rec: StoredRec,
  type: AnyRecordType,
  reads: (stream: string) => boolean,
): StoredRec | undefined {
  const views = type
    .seats(rec.id, rec.body)
    .filter(seat => reads(seat.stream))
    .map(seat => new Set(type.hidden(seat.view)))
  if (views.length === 0) return undefined
  // One that hides nothing shows all of it.
  if (views.some(hidden => hidden.size === 0)) return rec
  const shown = ([field]: readonly [string, unknown]): boolean =>
    views.some(hidden => !hidden.has(field.split('.', 1)[0] ?? field))
  return {
    ...rec,
    body: Object.fromEntries(Object.entries(rec.body).filter(shown)),
    clocks: Object.fromEntries(Object.entries(rec.clocks).filter(shown)),
  }
}
