import type { FileAddress } from '../../contract/device/door.ts'
import { DoorRefusal } from '../door/refused.ts'
import type { House } from '../house.ts'
import type { Addressed } from './address.ts'
import { fetchFile } from './fetch-file.ts'
import { safeName } from './safe-name.ts'

/**
 * The addresses of a file, for ten minutes, to be saved under a name that is safe everywhere. A file that is not on this computer, or is damaged here, is fetched from
 * the district first. Throws the door's refusal where it can't be had.
 */
export async function addressOf(house: House, { sha256, name }: Addressed): Promise<FileAddress> {
  const { blobs, store, sync } = house.place()
  if ((await blobs.checked(sha256)) === undefined) {
    const line = sync.line()
    if (line === undefined) throw new DoorRefusal('not_found')
    await fetchFile({ store, blobs, clock: house.clock }, line, sha256)
  }
  const bytes = house.addresses.make(
    { sha256, name: name === undefined ? undefined : safeName(name) },
    house.clock(),
  )
  const { screen, viewer } = house.origins
  const shown = new URLSearchParams({ file: bytes, screen })
  return { url: `${viewer}/?${shown.toString()}`, download: `${viewer}${bytes}` }
}
