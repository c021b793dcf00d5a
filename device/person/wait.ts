import type { DeviceStore } from '../../db/device-store/open.ts'

const place = 'waits-until'

/** Until when this computer waits for the yes of another of its person's, as the district last said (epoch ms). */
export function waitOf(store: Pick<DeviceStore, 'meta'>): number | undefined {
  const stored = store.meta(place) ?? ''
  return stored === '' ? undefined : Number(stored)
}

/** Keeps what the district said; whether that is news. */
export function noteWait(
  store: Pick<DeviceStore, 'meta' | 'setMeta'>,
  until: number | undefined,
): boolean {
  if (waitOf(store) === until) return false
  store.setMeta(place, until === undefined ? '' : String(until))
  return true
}
