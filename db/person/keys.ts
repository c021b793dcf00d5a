import type { DeviceKey } from '../../core/person/device-key.ts'
import { DeviceKeyRecord } from '../../core/person/device-key.ts'
import type { Rec } from '../../core/kit/record-type.ts'
import type { Asker } from '../query.ts'

/** The keys of those of the devices that are in the register, each once. */
export async function keysOf(
  asker: Pick<Asker, 'seen'>,
  devices: Iterable<string | undefined>,
): Promise<readonly Rec<DeviceKey>[]> {
  const keys: Rec<DeviceKey>[] = []
  for (const device of new Set(devices)) {
    const found = device === undefined ? undefined : await asker.seen.get(DeviceKeyRecord, device)
    if (found !== undefined) keys.push(found.rec)
  }
  return keys
}
