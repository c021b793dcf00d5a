import { resultIn, rowIn } from './rows.ts'
import type { World } from './world.ts'
import { Broken, erasable } from './world.ts'

/** LINES: what was typed and came to the district stands there, in its text once or beside it. */
export function checkLines({ ledger, dbs }: World): void {
  // What comes back after it was deleted is what the computer held that brought it back.
  const deleted = new Set(
    [...ledger.given.values()].flatMap(({ name, input }) =>
      name === 'evidence.delete' ? [`evidence/${String(input['evidence'])}`] : [],
    ),
  )
  for (const { key, record, line } of ledger.typed) {
    if (deleted.has(record) || isDeleted(dbs.record, record)) continue
    if (resultIn(dbs.record, key)?.status !== 'applied') continue
    // Not a word of it is left (`check-erased.ts`).
    if (ledger.ofErasable.has(key) && ledger.erased.has(erasable)) continue
    const { aside, ...text }: Record<string, unknown> = JSON.parse(
      rowIn(dbs.record, record)?.body ?? '{}',
    )
    const times = JSON.stringify(text).split(line).length - 1
    const isBeside = JSON.stringify(aside ?? {}).includes(line)
    if (times > 1 || (times === 0 && !isBeside))
      throw new Broken('LINES', 'A line that was typed does not stand there once.', {
        key,
        record,
        line,
        times,
      })
  }
}

/** OWN_ORDER: where one computer alone set a field, the last it said stands, whatever its clock was. */
export function checkLast({ ledger, dbs }: World): void {
  for (const [goal, given] of Map.groupBy(ledger.titles, one => one.goal)) {
    const done = given.filter(({ key }) => resultIn(dbs.record, key)?.status === 'applied')
    const from = new Set(done.map(({ key }) => ledger.given.get(key)?.computer))
    // Folders that were copied have two that go on as one.
    if (from.size !== 1 || done.some(({ key }) => ledger.again.has(key))) continue
    const row = rowIn(dbs.record, `goal/${goal}`)
    const due: unknown = row === undefined ? undefined : JSON.parse(row.body).due
    if (row !== undefined && due !== done.at(-1)?.title)
      throw new Broken('OWN_ORDER', 'What a computer said last does not stand.', {
        goal,
        due,
        done,
      })
  }
}

/** Whether its time in the trash was over: then the district itself has deleted it for good. */
const isDeleted = (record: World['dbs']['record'], key: string): boolean =>
  rowIn(record, key)?.body.includes('"deletedAt":') === true
