import { text } from '../../db/sql/row.ts'
import type { Steps } from '../../db/sql/steps.ts'
import { query } from '../../db/sql/steps.ts'
import { accountHash, insideHash } from '../sign-in/account.ts'

/**
 * Takes away by what a person signed in, what they called their computers, and every code of theirs. Of a computer its
 * random name and its key stay: it still asks, and is told that nothing is left. What was done about accounts stays, by ids.
 */
export function* eraseAccount(person: string): Steps<void> {
  const names = yield* query('select name from sign_in where person = ?', person)
  const hashes = [...names.map(row => accountHash(text(row, 'name'))), insideHash(person)]
  for (const hash of hashes) yield* query('delete from sign_in_miss where account = ?', hash)
  for (const table of ['sign_in', 'second_step', 'spare_code', 'invitation'])
    yield* query(`delete from ${table} where person = ?`, person)
  yield* query("update device set name = '', invitation = '' where person = ?", person)
}
