import type { DemoPerson, Mode, Session } from '../../contract/device/session.ts'
import { DistrictRecord, districtId } from '../../core/person/district.ts'
import { PersonRecord } from '../../core/person/record.ts'
import { readAbout } from '../place/about.ts'
import type { Place } from '../place/place.ts'
import type { Settings } from '../place/settings.ts'

interface Told {
  readonly place: Place
  readonly settings: Settings
  readonly viewerOrigin: string
  /** In the demo: everybody one may be. */
  readonly people: readonly DemoPerson[] | undefined
  /** A person who works alone counts days where they are: IANA name. */
  readonly timeZone: string
}

/** What a screen knows before it asks for anything. */
export async function sessionOf(told: Told): Promise<Session> {
  const { place, settings, people } = told
  const { store } = place
  const { actor, joined } = store.standing()
  const { alone, district } = readAbout(store)
  const mode = modeOf(people !== undefined, joined, alone !== undefined)
  const person = await store.seen.get(PersonRecord, actor.person)
  const calendar = await store.seen.get(DistrictRecord, districtId)
  const { language, theme } = settings.get()
  const current = people?.find(one => one.current)
  const name = person?.rec.body.name ?? current?.name ?? alone?.name ?? ''
  return {
    mode,
    person:
      mode === 'new'
        ? undefined
        : { id: actor.person, name, place: person?.rec.body.place ?? current?.place ?? '' },
    roles: actor.roles,
    language,
    theme,
    district:
      district === undefined ? undefined : { name: district.name, address: district.address },
    calendar: {
      timeZone: calendar?.rec.body.timeZone ?? told.timeZone,
      holidays: calendar?.rec.body.holidays ?? [],
    },
    viewerOrigin: told.viewerOrigin,
    locked: place.isLocked,
    readOnly: place.readOnly,
    people: people ?? [],
    closedUnexpectedlyAt: place.closedUnexpectedlyAt,
  }
}

function modeOf(isDemo: boolean, joined: boolean, alone: boolean): Mode {
  if (isDemo) return 'demo'
  if (joined) return 'joined'
  return alone ? 'alone' : 'new'
}
