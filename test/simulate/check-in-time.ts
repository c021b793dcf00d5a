import type { Review } from '../../core/review/record.ts'
import { firstOf, resultIn, rowIn } from './rows.ts'
import type { World } from './world.ts'
import { Broken, count } from './world.ts'

/**
 * STILL_IN_TIME: a reading that was said to be done, and was done again after a backup came back, was in time then too: unless
 * the claim came again only once nobody was waited for any more.
 */
export function checkInTime({ ledger, dbs, district, counts }: World): void {
  const cameBack = district.program.house.store.cameBack()
  if (cameBack === undefined) return
  const until = cameBack.at + cameBack.stillComesMs
  for (const key of ledger.acknowledged) {
    const given = ledger.given.get(key)
    // The copy of a folder may have said something else under the same key.
    if (given?.name !== 'review.finish' || ledger.again.has(key)) continue
    const result = resultIn(dbs.record, key)
    if (result?.status === 'applied') count({ counts }, 'reading in time')
    if (result?.refusal?.code !== 'signed_out_of_time') continue
    const row = rowIn(dbs.record, `review/${String(given.input['review'])}`)
    if (row === undefined) continue
    const { claim, attempt }: Pick<Review, 'claim' | 'attempt'> = JSON.parse(row.body)
    const checked = firstOf<{ at: number }>(
      dbs.record,
      'select at from audit where command_key = ?',
      `district:precheck:${claim}:${attempt}`,
    )
    if (checked !== undefined && checked.at >= cameBack.at && checked.at < until)
      throw new Broken('STILL_IN_TIME', 'A reading counted, and no more after a restore.', {
        given,
      })
  }
}
