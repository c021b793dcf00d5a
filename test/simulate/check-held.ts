import { asKey, partsOf } from '../../db/records/kinds.ts'
import type { InDistrict } from './check-converged.ts'
import type { SimDevice } from './device.ts'
import { holdingOf } from './holding.ts'
import { mayKnow, openKinds } from './may-know.ts'
import { question, rowIn } from './rows.ts'
import type { World } from './world.ts'
import { Broken, count } from './world.ts'

const private_ = openKinds.map(kind => `key not like '${kind}/%'`).join(' and ')
const heldRows = question<{ readonly key: string; readonly body: string }>(
  `select key, body from mirror where stream <> 'shipped' and ${private_}`,
)

/**
 * HELD: a computer holds what the papers say is its person's to know, where everybody works and what everybody may do as the
 * directory has it now: nothing of somebody who moved to another school, nothing by a right that ended, and all the rest.
 */
export function checkHeld(world: World, device: SimDevice, all: readonly InDistrict[]): void {
  const { person } = device
  const who = { person, ...holdingOf(world, person) }
  if (who.grants?.length) count(world, 'held within schools')
  const held = new Set<string>()
  for (const { key, body } of heldRows.rows(device.db)) {
    held.add(key)
    const { kind, id } = partsOf(asKey(key))
    const shown: Readonly<Record<string, unknown>> = JSON.parse(body)
    if (!mayKnow(who, kind, id, shown, placesOf(world, shown['owner'])))
      throw new Broken('HELD', 'A computer holds what its person may not know.', {
        on: device.id,
        who,
        key,
      })
  }
  for (const { key, rec } of all) {
    if (held.has(key) || openKinds.includes(rec.kind)) continue
    const body = fieldsOf(rec.body)
    if (mayKnow(who, rec.kind, rec.id, body, placesOf(world, body['owner'])))
      throw new Broken('HELD', 'A computer lacks what its person may know.', {
        on: device.id,
        who,
        key,
      })
  }
}

const fieldsOf = (body: object): Record<string, unknown> => ({ ...body })

/** Where somebody works, by the directory alone, with the schools of their teams; `undefined`: they stand in none. */
function placesOf({ dbs }: World, owner: unknown): readonly string[] | undefined {
  const row = typeof owner === 'string' ? rowIn(dbs.record, `person/${owner}`) : undefined
  if (row === undefined) return undefined
  const { units = [] }: { readonly units?: readonly string[] } = JSON.parse(row.body)
  return units.flatMap(unit => {
    const entry = rowIn(dbs.record, `unit/${unit}`)
    const { school }: { readonly school?: string } = JSON.parse(entry?.body ?? '{}')
    return school === undefined ? [unit] : [unit, school]
  })
}
