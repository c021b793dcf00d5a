import type { Room } from '../../contract/sync/room.ts'
import { roomReply } from '../../contract/sync/room.ts'
import { districtPaths } from '../../contract/sync/version.ts'
import type { DeviceStore } from '../../db/device-store/open.ts'
import { Away } from './away.ts'
import type { Line } from './line.ts'
import { jsonOf } from './line.ts'

const place = 'room'

/** The room that this person's files have in the district, as it was last told; `undefined`: it never was. */
export function roomSaid(store: Pick<DeviceStore, 'meta'>): Room | undefined {
  const stored = store.meta(place)
  return stored === undefined ? undefined : roomReply.parse(JSON.parse(stored))
}

/** Notes what the district said of the room. */
export function noteRoom(store: Pick<DeviceStore, 'setMeta'>, room: Room): void {
  store.setMeta(place, JSON.stringify(room))
}

/** Asks the district how much room there is; an older one does not know. Throws `Away` when there is no answer. */
export async function askRoom(
  store: Pick<DeviceStore, 'setMeta'>,
  line: Line,
  signal: AbortSignal,
): Promise<void> {
  const answer = await line.send({ method: 'GET', target: districtPaths.room, signal })
  const told = answer.status === 200 ? roomReply.safeParse(jsonOf(answer.body)) : undefined
  if (told?.success === true) noteRoom(store, told.data)
}

/** The room as a refused upload tells it; `undefined` where it was refused for something else. */
export function roomRefused(error: unknown): Room | undefined {
  if (!(error instanceof Away) || error.said?.code !== 'quota') return undefined
  const told = roomReply.safeParse(error.said.facts)
  return told.success ? told.data : undefined
}

/** Whether a file fits into what is left. */
export const isFitting = (room: Room, sizeBytes: number): boolean =>
  room.usedBytes + sizeBytes <= room.bytesMax && room.files < room.filesMax
