import { createHash } from 'node:crypto'
import { int, intMaybe, text, textMaybe } from '../../db/sql/row.ts'
import type { Steps } from '../../db/sql/steps.ts'
import { query } from '../../db/sql/steps.ts'

/** How a person signs in. */
export interface SignIn {
  readonly person: string
  /** As it is compared (`foldedName`). */
  readonly name: string
  /** What is kept of the password. */
  readonly kept: string
  readonly setAt: number
}

/** One-time codes of a person. */
export interface SecondStep {
  /** Sealed. */
  readonly secret: string
  /** `undefined`: begun, and asked of nobody yet. */
  readonly confirmedAt: number | undefined
  /** The last step of which a code was used. */
  readonly lastStep: number
}

/** A sign-in name as it is compared: capitals, forms of letters and spaces round it don't matter. */
export const foldedName = (name: string): string => name.normalize('NFKC').trim().toLowerCase()

/** By what misses for a name are counted, whether it is there or not. */
export const accountHash = (name: string): string =>
  createHash('sha256').update(foldedName(name)).digest('hex')

/** By what misses of who is in already are counted: no name that a stranger may give comes to the same. */
export const insideHash = (person: string): string =>
  createHash('sha256').update(`inside\0${person}`).digest('hex')

/** The sign-in of a name. */
export function* signInNamed(name: string): Steps<SignIn | undefined> {
  const [row] = yield* query('select * from sign_in where name = ?', foldedName(name))
  return row && signInIn(row)
}

/** The sign-in of a person. */
export function* signInOf(person: string): Steps<SignIn | undefined> {
  const [row] = yield* query('select * from sign_in where person = ?', person)
  return row && signInIn(row)
}

/** The computer at which a person's password was set last. */
export function* setterOf(person: string): Steps<string | undefined> {
  const sql =
    "select device from event where what = 'sign-in set' and about = ? order by n desc limit 1"
  const [row] = yield* query(sql, person)
  return row && textMaybe(row, 'device')
}

const signInIn = (row: Parameters<typeof text>[0]): SignIn => ({
  person: text(row, 'person'),
  name: text(row, 'name'),
  kept: text(row, 'password'),
  setAt: int(row, 'set_at'),
})

/** Sets a person's name and password; `false` where the name is another person's. */
export function* setSignIn({ person, name, kept, setAt }: SignIn): Steps<boolean> {
  const owner = yield* signInNamed(name)
  if (owner !== undefined && owner.person !== person) return false
  yield* query(
    `insert into sign_in (person, name, password, set_at) values (?, ?, ?, ?)
     on conflict (person) do update set name = excluded.name, password = excluded.password,
       set_at = excluded.set_at`,
    person,
    foldedName(name),
    kept,
    setAt,
  )
  return true
}

/** Takes a person's sign-in away; whether there was one. */
export function* removeSignIn(person: string): Steps<boolean> {
  const rows = yield* query('delete from sign_in where person = ? returning person', person)
  return rows.length > 0
}

/** The one-time codes of a person, begun or confirmed. */
export function* secondStepOf(person: string): Steps<SecondStep | undefined> {
  const [row] = yield* query('select * from second_step where person = ?', person)
  return (
    row && {
      secret: text(row, 'secret'),
      confirmedAt: intMaybe(row, 'confirmed_at'),
      lastStep: int(row, 'last_step'),
    }
  )
}

/** Keeps a new secret, not confirmed yet, in place of one that was begun. */
export function* beginSecondStep(person: string, secret: string, now: number): Steps<void> {
  yield* query(
    `insert into second_step (person, secret, made_at) values (?, ?, ?)
     on conflict (person) do update set secret = excluded.secret, made_at = excluded.made_at,
       confirmed_at = null, last_step = 0`,
    person,
    secret,
    now,
  )
}

/** A code of a step was used: none of that step or before counts again. `false`: one of it was meanwhile. */
export function* useStep(person: string, step: number, confirmedAt: number): Steps<boolean> {
  const rows = yield* query(
    `update second_step set last_step = ?, confirmed_at = coalesce(confirmed_at, ?)
     where person = ? and last_step < ? returning person`,
    step,
    confirmedAt,
    person,
    step,
  )
  return rows.length > 0
}

/** Takes a person's one-time codes away, the spare ones too. */
export function* removeSecondStep(person: string): Steps<void> {
  yield* query('delete from second_step where person = ?', person)
  yield* query('delete from spare_code where person = ?', person)
}
