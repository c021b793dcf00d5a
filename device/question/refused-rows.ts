import type { Json } from '../../core/kit/record-type.ts'
import type { Pending } from '../../db/device-store/outbox.ts'
import { madeId } from '../../db/engine/made-id.ts'
import type { RefusedCommand } from '../../db/query.ts'

/**
 * What the district refused, in the order in which it was done. A refused start of a claim names the claim that it would
 * have made, so that what was written into it is found again, once nothing of that is on its way any more.
 */
export function refusedRows(outbox: readonly Pending[]): readonly RefusedCommand[] {
  const open = new Set(
    outbox.flatMap(row => (row.state === 'refused' ? [] : (claimIn(row.input) ?? []))),
  )
  return outbox.flatMap(row => {
    if (row.state !== 'refused' || row.refusal === undefined) return []
    const { key, name: command, input, refusal, doneAt } = row
    const made = command === 'claim.start' ? madeId(key, 'claim') : undefined
    const lost = made === undefined || open.has(made) ? {} : { lostClaim: made }
    return [{ key, command, input, refusal, doneAt, ...lost }]
  })
}

function claimIn(input: Json): string | undefined {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return undefined
  const claim = input['claim']
  return typeof claim === 'string' ? claim : undefined
}
