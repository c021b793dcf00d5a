import { join } from 'node:path'
import { demoPeople } from '../../content/demo/people.ts'
import type { DemoPerson } from '../../contract/device/session.ts'
import { DoorRefusal } from '../door/refused.ts'
import { joinDistrict } from '../person/join.ts'
import type { Place, PlaceParts } from '../place/place.ts'
import { openPlace } from '../place/place.ts'
import type { DemoDistrict } from './district-process.ts'
import { liveFirstDay } from './first-day.ts'

/** The demo: a district of its own, and one folder with its own records and key for each person. */
export interface Demo {
  /** Whose computer is shown. */
  current(): Place
  people(): readonly DemoPerson[]
  /** Shows another person's computer; joins it to the district at the first time. */
  become(person: string): Promise<void>
  close(): Promise<void>
}

interface Parts {
  readonly folder: string
  /** The parts of a place, told only while that place is the one shown. */
  partsFor(isCurrent: () => boolean): PlaceParts
  startDistrict(folder: string): Promise<DemoDistrict>
}

/** The teacher has work behind her when one meets her. */
const teacher = demoPeople[0]?.key
const folderName = /^[\w-]{1,80}$/

/** Starts the demo as one of its people; the first one, a teacher, where none is named. */
export async function startDemo(parts: Parts, first: string | undefined): Promise<Demo> {
  const district = await parts.startDistrict(join(parts.folder, 'district'))
  const open = new Map<string, Place>()
  let shown: { readonly id: string; readonly place: Place } | undefined

  const opened = async (id: string): Promise<Place> => {
    const known = open.get(id)
    if (known !== undefined) return known
    const person = district.people.find(one => one.id === id)
    if (person === undefined || !folderName.test(id)) throw new DoorRefusal('not_found')
    const place = openPlace(
      join(parts.folder, id),
      parts.partsFor(() => shown?.id === id),
    )
    if ('failed' in place) throw new DoorRefusal('demo_failed')
    const { address } = district
    if (place.store.standing().joined) place.moveTo(address)
    else await joinDistrict(place, { address, code: person.code }, person.name)
    open.set(id, place)
    // Not waited for: one sees her things appear, as they do on any computer.
    if (id === teacher)
      liveFirstDay(place).catch((error: unknown) => place.parts.onDefect(error, 'first day'))
    return place
  }
  const become = async (id: string) => {
    shown = { id, place: await opened(id) }
  }
  const close = async () => {
    for (const place of open.values()) await place.close()
    await district.close()
  }
  const known = district.people.some(one => one.id === first)
  try {
    await become((known ? first : district.people[0]?.id) ?? '')
  } catch (error) {
    await close()
    throw error
  }
  return {
    current() {
      if (shown === undefined) throw new Error('the demo shows nobody')
      return shown.place
    },
    people: () =>
      district.people.map(({ id, name, place, roles }) => ({
        id,
        name,
        place,
        roles,
        current: id === shown?.id,
      })),
    become,
    close,
  }
}
