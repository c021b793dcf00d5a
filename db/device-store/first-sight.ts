import type { Kinds, StoredRec } from '../records/kinds.ts'
import { bodyOf, upcast } from '../records/kinds.ts'
import { text } from '../sql/row.ts'
import type { Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'

/**
 * What this computer goes by for a record that the district tells it of. A kind that is held to its first sight
 * (`RecordType.held`) is kept in a table of its own, which outlasts the record: who takes it away and brings another
 * finds the first still here. `undefined` where the body of such a record can't be read: then it is not here at all.
 */
export function* heldToFirst(
  told: StoredRec,
  nowMs: number,
  kinds: Kinds,
): Steps<StoredRec | undefined> {
  const type = kinds.get(told.kind)
  if (type?.held === undefined) return told
  const rec = upcast(told, kinds)
  const now = type.schema.safeParse(rec.body)
  if (!now.success) return undefined
  const key = `${rec.kind}/${rec.id}`
  const [row] = yield* query('select body from first_sight where key = ?', key)
  const first = row === undefined ? now.data : type.schema.parse(JSON.parse(text(row, 'body')))
  const body = bodyOf(type.held(first, now.data))
  yield* query(
    `insert into first_sight (key, body, seen_at) values (?, ?, ?)
     on conflict (key) do update set body = excluded.body`,
    key,
    JSON.stringify(body),
    nowMs,
  )
  return { ...rec, body }
}
