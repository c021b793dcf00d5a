import { text } from '../sql/row.ts'
import type { Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'

/** A value kept under a name, or `undefined`. */
export function* metaOf(name: string): Steps<string | undefined> {
  const [row] = yield* query('select value from meta where name = ?', name)
  return row && text(row, 'value')
}

/** All that is kept under names with one beginning (no sign of a pattern in it), by name. */
export function* metasOf(beginning: string): Steps<readonly (readonly [string, string])[]> {
  const rows = yield* query('select name, value from meta where name like ?', `${beginning}%`)
  return rows.map(row => [text(row, 'name'), text(row, 'value')])
}

/** Keeps a value under a name. */
export function* setMeta(name: string, value: string): Steps<void> {
  yield* query(
    `insert into meta (name, value) values (?, ?)
     on conflict (name) do update set value = excluded.value`,
    name,
    value,
  )
}
