import type { Write } from '../records/apply.ts'
import type { Kinds } from '../records/kinds.ts'
import { text } from '../sql/row.ts'
import type { Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import type { Entry } from './append.ts'

/**
 * Seats a written record anew. The entries name every stream that it is in now or was in before: those it
 * left will say that it is gone.
 */
export function* reseat({ key, rec }: Write, kinds: Kinds): Steps<Entry[]> {
  const rows = yield* query('select stream, view from member where key = ?', key)
  const old = new Map(rows.map(row => [text(row, 'stream'), text(row, 'view')]))
  const seats = rec ? (kinds.get(rec.kind)?.seats(rec.id, rec.body) ?? []) : []
  const now = new Map(seats.map(seat => [seat.stream, seat.view]))
  for (const stream of old.keys())
    if (!now.has(stream))
      yield* query('delete from member where key = ? and stream = ?', key, stream)
  for (const [stream, view] of now)
    if (old.get(stream) !== view)
      yield* query(
        `insert into member (key, stream, view) values (?, ?, ?)
         on conflict (key, stream) do update set view = excluded.view`,
        key,
        stream,
        view,
      )
  return [...new Set([...old.keys(), ...now.keys()])].map(stream => ({ stream, key }))
}
