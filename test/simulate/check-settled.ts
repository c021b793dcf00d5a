import type { SimDevice } from './device.ts'
import { firstOf } from './rows.ts'
import { Broken } from './world.ts'

/** SETTLED: every command has its end, and nothing that was only on its way is left in sight. */
export function checkSettled({ db, id, place }: SimDevice): void {
  const open = place.store.outbox().find(row => row.state !== 'refused')
  if (open !== undefined) throw new Broken('SETTLED', 'A command has no end.', { on: id, open })
  for (const table of ['pending', 'touch', 'dirty']) {
    const row = firstOf<{ n: number }>(db, `select count(*) as n from ${table}`)
    if (row?.n !== 0)
      throw new Broken('SETTLED', 'Something that was on its way is left on a computer.', {
        on: id,
        table,
      })
  }
}

/** NEVER_MENDED: pages alone keep a computer right. That its sums are compared, and put it right, would hide a mistake in them. */
export function checkNeverMended({ id, place }: SimDevice): void {
  const checked = place.store.copyChecked()
  if (checked.mendedCount > 0 || checked.differingCount > 0)
    throw new Broken('NEVER_MENDED', 'A computer had to be put right by the sums of its records.', {
      on: id,
      checked,
    })
}
