import type { Refusal } from '../../core/kit/refusal.ts'
import type { DeviceStore } from '../../db/device-store/open.ts'

interface Parts {
  readonly store: DeviceStore
  clock(): number
}

/**
 * Refuses a command that can't reach the district, so that it holds up nothing and is shown with its reason. It goes
 * the way of the district's own refusals: the result in a page that continues the cursor and brings nothing else.
 * Returns the records that may look different.
 */
export function refuseHere(
  { store, clock }: Parts,
  key: string,
  refusal: Refusal,
): readonly string[] {
  const { cursor, midPull, skewMs } = store.standing()
  const nowMs = clock()
  const taken = store.takePage(
    {
      from: cursor,
      next: cursor,
      more: midPull,
      drop: [],
      ops: [],
      now: nowMs + skewMs,
      results: [[key, { status: 'refused', refusal, at: 0 }]],
    },
    nowMs,
    [],
  )
  return taken.took === 'page' ? taken.changed : []
}
