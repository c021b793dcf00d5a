import { z } from 'zod'
import type { DeviceRow } from '../../contract/sync/join.ts'
import { shownComputerName } from '../../core/person/computer-name.ts'
import type { DeviceStore } from '../../db/device-store/open.ts'

const place = 'computer-names'
const namesSchema = z.record(z.string(), z.string())

/** What the district last said that this person's computers are called: known without a network too. */
export function computerNames(store: Pick<DeviceStore, 'meta'>): ReadonlyMap<string, string> {
  const kept = store.meta(place)
  return new Map(kept === undefined ? [] : Object.entries(namesSchema.parse(JSON.parse(kept))))
}

/** Where names are kept; damaged records (`readOnly`) are never written to. */
interface Kept {
  readonly store: DeviceStore
  readonly readOnly: object | undefined
}

/** Keeps what was just said of some of them. */
export function noteComputerNames(
  { store, readOnly }: Kept,
  said: readonly Pick<DeviceRow, 'device' | 'name'>[],
): void {
  if (readOnly !== undefined) return
  const names = new Map(computerNames(store))
  for (const { device, name } of said) names.set(device, shownComputerName(name))
  store.setMeta(place, JSON.stringify(Object.fromEntries(names)))
}

/** Forgets them all: a name may say whose a computer is. */
export const forgetComputerNames = (store: DeviceStore): void => store.setMeta(place, '{}')
