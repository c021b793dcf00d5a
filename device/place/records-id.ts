import type { DeviceStore } from '../../db/device-store/open.ts'

const place = 'records-id'

/**
 * By what a window tells these records from others: the first name of this computer. It stays when the computer is let
 * in again under another name, so that what stands in a window still belongs to them.
 */
export const recordsId = (store: Pick<DeviceStore, 'meta' | 'standing'>): string =>
  store.meta(place) || store.standing().actor.device

/** Keeps it, before the name changes. */
export function setRecordsId(store: DeviceStore, id: string): void {
  store.setMeta(place, id)
}
