import type { Noted } from '../../db/district-store/came-back.ts'
import { stillComesMs } from '../../db/district-store/still-to-come.ts'
import type { Review } from '../../core/review/record.ts'
import { firstOf, resultIn, rowIn } from './rows.ts'
import type { World } from './world.ts'
import { Broken, count } from './world.ts'

/**
 * STILL_IN_TIME: a reading that was said to be done, and was done again after a backup came back, was in time then too: unless
 * the claim came again only once nobody was waited for any more.
 */
export function checkInTime({ ledger, dbs, counts }: World): void {
  const noted = firstOf<{ value: string }>(
    dbs.record,
    "select value from meta where name = 'came-back'",
  )
  if (noted === undefined) return
  const cameBack: Noted = JSON.parse(noted.value)
  if (cameBack.passedMs >= stillComesMs) return
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
    if (checked !== undefined && checked.at >= cameBack.at)
      throw new Broken('STILL_IN_TIME', 'A reading counted, and no more after a restore.', {
        given,
      })
  }
}
