import { int } from '../../db/sql/row.ts'
import type { Steps } from '../../db/sql/steps.ts'
import { query } from '../../db/sql/steps.ts'

/** How far a request may be older than the newest of its device (s): requests overtake each other. */
const overtakenSecondsMax = 600
/** How many requests of a device may lie in the district's future before it is told its time. */
const aheadMax = 1_000

interface Used {
  readonly device: string
  /** Epoch s, by the device's clock. */
  readonly created: number
  readonly nonce: string
  /** Epoch ms. */
  readonly now: number
}

/**
 * Uses a request's nonce up. A wrong clock is no reason to refuse: what a person did must arrive from a computer
 * whose clock is days off. So time is only compared with the same device's own newest request: what is ten minutes
 * older is refused as `clock`, since its nonce may be forgotten. A time ahead of the district's moves "newest" no
 * further than now, or one request from the future would lock the device out once its clock is put right; such
 * nonces are kept until then, a thousand at most. A "newest" that lies in the future was noted while the district's own clock
 * was ahead: it counts as now, or whoever came in those days would be locked out until they come again.
 */
export function* useOnce({
  device,
  created,
  nonce,
  now,
}: Used): Steps<'fresh' | 'replayed' | 'clock'> {
  const [row] = yield* query('select created from newest where device = ?', device)
  const nowSeconds = Math.floor(now / 1_000)
  const noted = row === undefined ? 0 : int(row, 'created')
  const before = Math.min(noted, nowSeconds)
  if (created < before - overtakenSecondsMax) return 'clock'
  if (created > nowSeconds + overtakenSecondsMax) {
    const [ahead] = yield* query(
      'select count(*) as n from nonce where device = ? and created > ?',
      device,
      nowSeconds + overtakenSecondsMax,
    )
    if (ahead !== undefined && int(ahead, 'n') >= aheadMax) return 'clock'
  }
  const kept = yield* query(
    'insert into nonce (device, nonce, created) values (?, ?, ?) on conflict do nothing returning nonce',
    device,
    nonce,
    created,
  )
  if (kept.length === 0) return 'replayed'
  const newest = Math.min(created, nowSeconds)
  if (newest <= before && noted <= nowSeconds) return 'fresh'
  yield* query(
    `insert into newest (device, created) values (?, ?)
     on conflict (device) do update set created = excluded.created`,
    device,
    newest,
  )
  yield* query(
    'delete from nonce where device = ? and created < ?',
    device,
    newest - overtakenSecondsMax,
  )
  return 'fresh'
}
