import { commitmentTo } from '../../core/audit/entry.ts'
import type { Batch } from '../../db/engine/store.ts'
import { asKey, partsOf } from '../../db/records/kinds.ts'
import { sha256OfText } from '../../db/sha256-of-text.ts'
import { checkAdministrators, checkPerson } from './check-person.ts'
import type { Entry } from './entry.ts'
import { question, rowIn } from './rows.ts'
import type { Grounds, Placed } from './world.ts'
import { Broken, count } from './world.ts'

const committedTo = question<{ readonly commitments: string; readonly salt: string }>(
  'select a.commitments, s.salt from audit a join audit_salt s on s.n = a.n where a.n = ?',
)

const isPerson = (key: string): boolean => key.startsWith('person/')

/** Notes what a command makes of entries in the directory, for where another one of its transaction writes them again. */
export function notePeople({ ledger }: Grounds, { writes, side }: Batch): void {
  for (const { key, rec } of writes)
    if (isPerson(key)) ledger.heard.set(`${side.key} ${key}`, JSON.stringify(rec?.body ?? null))
}

/**
 * Follows the directory through the commands of a transaction, one after the other, and looks at each as if it had come by
 * itself: who takes a role and gives it again in one push leaves nothing of it in the end.
 */
export function followPeople(world: Grounds, entries: readonly Entry[]): void {
  const written = entries.map(({ records }) => {
    const keys: string[] = JSON.parse(records)
    return keys.filter(isPerson)
  })
  const last = new Map(written.flatMap((keys, at) => keys.map(key => [key, at] as const)))
  for (const [at, entry] of entries.entries()) {
    const keys = written[at] ?? []
    for (const key of keys) {
      const body =
        last.get(key) === at ? rowIn(world.dbs.record, key)?.body : bodyBetween(world, key, entry)
      const placed: Placed | null = JSON.parse(body ?? 'null')
      if (entries.length > 1) count(world, 'person followed in a push')
      if (placed === null) world.ledger.people.delete(partsOf(asKey(key)).id)
      else checkPerson(world, partsOf(asKey(key)).id, placed, entry)
    }
    if (keys.length > 0) checkAdministrators(world)
  }
  world.ledger.heard.clear()
}

/** What a command made of a record that a later one of its transaction wrote again: as heard, and as the audit holds it. */
function bodyBetween({ ledger, dbs }: Grounds, key: string, entry: Entry): string {
  const heard = ledger.heard.get(`${entry.command_key} ${key}`)
  const held = committedTo.first(dbs.record, entry.n)
  const keys: string[] = JSON.parse(entry.records)
  const commitments: (string | null)[] = JSON.parse(held?.commitments ?? '[]')
  const body = heard === undefined ? undefined : JSON.parse(heard)
  const own = body && commitmentTo(held?.salt ?? '', body, sha256OfText)
  if (heard === undefined || own !== commitments[keys.indexOf(key)])
    throw new Broken('AUDIT', 'The audit holds something else of a record than a command made.', {
      key,
      command: entry.command_key,
    })
  return heard
}
