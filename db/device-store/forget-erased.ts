import { z } from 'zod'
import type { Key } from '../../core/kit/record-type.ts'
import { asKey, partsOf } from '../records/kinds.ts'
import { int, text } from '../sql/row.ts'
import type { Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import type { Base } from './base.ts'
import { fetched } from './named-files.ts'
import { standingOf } from './standing.ts'
import { reindexAll } from './view.ts'

/** Notes that a file was fetched, so that it can be let go once nothing here names it. */
export function* noteFetched(sha: string): Steps<void> {
  yield* query(
    'insert into meta (name, value) values (?, ?) on conflict do nothing',
    `${fetched}${sha}`,
    '1',
  )
}

/** SHA-256 of the files that go with these people: on a computer of one of them all, elsewhere what nothing here names. */
export function* filesOfErased(people: ReadonlySet<string>): Steps<readonly string[]> {
  const { actor } = yield* standingOf()
  const some = yield* fetchedFiles()
  if (people.has(actor.person)) {
    const own = yield* query('select sha from blob')
    return [...new Set([...own.map(row => text(row, 'sha')), ...some])]
  }
  const gone: string[] = []
  for (const sha of some) if (!(yield* isNamed(sha))) gone.push(sha)
  return gone
}

/**
 * Lets go of what a computer still holds of people whose records were erased, beside what the district has taken out of its
 * streams. On a computer of one of them: all that was ever done or kept here. Elsewhere: what was sent about records that
 * are gone, or of which only the bare bones are left, is not kept for sending again. `isErasable`: whether records of a kind
 * are taken away with a person at all; of any other that is not here, erasing is not the reason.
 */
export function* forgetErased(
  people: ReadonlySet<string>,
  base: Base,
  isErasable: (kind: string) => boolean,
): Steps<void> {
  for (const sha of yield* filesOfErased(people))
    yield* query('delete from meta where name = ?', `${fetched}${sha}`)
  const { actor } = yield* standingOf()
  if (people.has(actor.person)) yield* forgetAll(base)
  else yield* forgetSent(people, isErasable)
}

function* forgetAll(base: Base): Steps<void> {
  const touched = new Set<Key>()
  for (const table of ['pending', 'touch'])
    for (const row of yield* query(`select key from ${table}`)) touched.add(asKey(text(row, 'key')))
  for (const table of ['outbox', 'touch', 'pending', 'archive', 'dirty', 'blob'])
    yield* query(`delete from ${table}`)
  yield* reindexAll([...touched], base, {})
}

function* forgetSent(
  people: ReadonlySet<string>,
  isErasable: (kind: string) => boolean,
): Steps<void> {
  const owned = yield* keysOf(people)
  for (const row of yield* query('select n, touches from archive')) {
    const touches = touchesSchema.parse(JSON.parse(text(row, 'touches')))
    // A name that a command found free is no record, and some records no computer is shown: they are never here.
    const keys = touches.map(({ key }) => asKey(key)).filter(key => isErasable(partsOf(key).kind))
    let goes = false
    for (const key of keys) goes ||= owned.has(key) || !(yield* isHere(key))
    if (goes) yield* query('delete from archive where n = ?', int(row, 'n'))
  }
}

const touchesSchema = z.array(z.object({ key: z.string() }))
const ownedSchema = z.object({ owner: z.string() })

/** Readings and badges that are still told of, by whose they are. */
function* keysOf(people: ReadonlySet<string>): Steps<ReadonlySet<string>> {
  const rows = yield* query(
    "select key, body from mirror where key like 'review/%' or key like 'badge/%'",
  )
  const theirs = rows.filter(row => {
    const body = ownedSchema.safeParse(JSON.parse(text(row, 'body')))
    return body.success && people.has(body.data.owner)
  })
  return new Set(theirs.map(row => text(row, 'key')))
}

function* isHere(key: string): Steps<boolean> {
  for (const table of ['mirror', 'pending'])
    if ((yield* query(`select key from ${table} where key = ? limit 1`, key)).length > 0)
      return true
  return false
}

function* fetchedFiles(): Steps<readonly string[]> {
  const rows = yield* query('select name from meta where name like ?', `${fetched}%`)
  return rows.map(row => text(row, 'name').slice(fetched.length))
}

/** Whether evidence or a claim that is here names a file, or it is one's own. */
function* isNamed(sha: string): Steps<boolean> {
  if ((yield* query('select sha from blob where sha = ? limit 1', sha)).length > 0) return true
  const named = yield* query(
    `select key from mirror where (key like 'claim/%' or key like 'evidence/%') and instr(body, ?) > 0 limit 1`,
    sha,
  )
  return named.length > 0
}
