import { createHash, randomBytes } from 'node:crypto'
import { int } from '../../db/sql/row.ts'
import type { Steps } from '../../db/sql/steps.ts'
import { query } from '../../db/sql/steps.ts'
import { base32 } from './base32.ts'

/** So many are given at once, to be printed: each lets a person in once, without their phone. */
export const spareCodesCount = 8
/** Sixteen signs of base32: 80 bits are not guessed, also by who has the hashes. */
const codeBytes = 10

/** Fresh spare codes, in groups of four signs. */
export const newSpareCodes = (): readonly string[] =>
  Array.from({ length: spareCodesCount }, () =>
    (base32(randomBytes(codeBytes)).match(/.{4}/g) ?? []).join('-'),
  )

/** What is kept of one, however it was typed. */
const hashOf = (person: string, code: string): string =>
  createHash('sha256')
    .update(`${person} ${code.toUpperCase().replaceAll(/[^A-Z2-7]/g, '')}`)
    .digest('hex')

/** Puts these codes in place of all that a person has. */
export function* replaceSpareCodes(person: string, codes: readonly string[]): Steps<void> {
  yield* query('delete from spare_code where person = ?', person)
  for (const code of codes)
    yield* query(
      'insert into spare_code (hash, person) values (?, ?)',
      hashOf(person, code),
      person,
    )
}

/** Uses a spare code up; whether it was one that is left. */
export function* useSpareCode(person: string, code: string, now: number): Steps<boolean> {
  const rows = yield* query(
    'update spare_code set used_at = ? where hash = ? and person = ? and used_at is null returning hash',
    now,
    hashOf(person, code),
    person,
  )
  return rows.length > 0
}

/** How many are left. */
export function* spareCodesLeft(person: string): Steps<number> {
  const [row] = yield* query(
    'select count(*) as n from spare_code where person = ? and used_at is null',
    person,
  )
  return row === undefined ? 0 : int(row, 'n')
}

/** After a restore: an older copy does not know which of them were used. */
export function* voidSpareCodes(): Steps<void> {
  yield* query('delete from spare_code')
}
