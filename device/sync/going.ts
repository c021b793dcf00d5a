import type { Going } from '../../contract/device/session.ts'
import type { Json } from '../../core/kit/record-type.ts'
import type { DeviceStore } from '../../db/device-store/open.ts'

/** What has not left this computer, as the screens are told of it. */
export const goingOf = (store: DeviceStore, nowMs: number): readonly Going[] =>
  store.going(nowMs).map(({ key, command, input, count, goesAt }) => ({
    key,
    command,
    about: aboutOf(input),
    count,
    goesAt,
  }))

/** The claims that were sent and are still held: nothing of them leaves the house before they do. */
export const claimsHeld = (store: DeviceStore, nowMs: number): ReadonlySet<string> =>
  new Set(
    goingOf(store, nowMs).flatMap(({ command, about, goesAt }) =>
      command === 'claim.submit' && goesAt > nowMs ? [about] : [],
    ),
  )

function aboutOf(input: Json): string {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return ''
  for (const field of ['claim', 'review', 'badge']) {
    const id = input[field]
    if (typeof id === 'string') return id
  }
  return ''
}
