import type { SimDevice } from './device.ts'
import { rowsOf } from './rows.ts'
import type { World } from './world.ts'
import { Broken } from './world.ts'

interface Entered {
  readonly device: string
  readonly person: string
  readonly revoked_at: number | null
}

/** LET_IN: each computer that has its right is in once, as its person; and what it was before is not. */
export function checkLetIn({ ledger, dbs }: World, living: readonly SimDevice[]): void {
  const entered = rowsOf<Entered>(dbs.accounts, 'select device, person, revoked_at from device')
  for (const { id, name, before, person } of living) {
    const own = entered.filter(({ device }) => device === name)
    if (own.length !== 1 || own[0]?.person !== person || own[0].revoked_at !== null)
      throw new Broken('LET_IN', 'A computer is not in as whose it is.', { id, own })
    const old = entered.find(({ device, revoked_at: at }) => before.includes(device) && at === null)
    if (old !== undefined)
      throw new Broken('LET_IN', 'A computer is in under two names.', { id, old })
  }
  const people = rowsOf<{ key: string }>(
    dbs.record,
    "select key from record where key like 'person/%'",
  )
  if (people.some(({ key }) => !ledger.people.has(key.slice('person/'.length))))
    throw new Broken('LET_IN', 'There is somebody whom nobody entered.', { people })
}
