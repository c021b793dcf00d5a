import { InChargeRecord, inChargeId } from '../../core/person/in-charge.ts'
import { PersonRecord } from '../../core/person/record.ts'
import { bodyOf } from '../../db/records/kinds.ts'
import { all } from '../../db/query.ts'
import type { House } from '../house.ts'

/** Counts who is in charge where a record is older than that; it is kept by every change of a role since. */
export async function countInCharge({ store, perform }: Pick<House, 'store' | 'perform'>) {
  const seen = store.seen()
  if ((await seen.get(InChargeRecord, inChargeId)) !== undefined) return
  const everybody = await all({ seen }, PersonRecord, {})
  const people = everybody
    .filter(({ body }) => body.roles.some(role => role === 'administrator' || role === 'officer'))
    .map(({ id }) => id)
  // Not before it is done is anybody let in, so nothing changes meanwhile.
  const key = `district:in-charge:${people.join()}`
  const result = await perform('in-charge.count', bodyOf({ people }), { key })
  if (result.status !== 'applied') throw new Error(`not counted who is in charge: ${result.status}`)
}
