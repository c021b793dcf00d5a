import { shownHeader } from '../../contract/device/door.ts'
import type { House } from '../house.ts'
import { recordsId } from '../place/records-id.ts'
import { DoorRefusal } from './refused.ts'

/**
 * The house as the window that asks sees it: the records that it shows, and nobody else's. Looked at when they are
 * reached for, not when the request began: another window may show someone else in between.
 */
export function asShownTo(house: House, request: Request): House {
  const device = request.headers.get(shownHeader)
  if (device === null) return house
  return {
    ...house,
    place() {
      const place = house.place()
      if (recordsId(place.store) !== device) throw new DoorRefusal('someone_else')
      return place
    },
  }
}
