import { resolve } from 'node:path'
import type {
  DemoPerson,
  LockSaid,
  Mode,
  Session,
  SyncState,
} from '../../contract/device/session.ts'
import { DistrictRecord, districtId } from '../../core/person/district.ts'
import { holds } from '../../core/access/reach.ts'
import { personRoles, PersonRecord } from '../../core/person/record.ts'
import { readAbout } from '../place/about.ts'
import type { Place } from '../place/place.ts'
import { recordsId } from '../place/records-id.ts'
import type { Settings } from '../place/settings.ts'

interface Told {
  readonly settings: Settings
  readonly viewerOrigin: string
  /** In the demo: everybody one may be. */
  readonly people: readonly DemoPerson[] | undefined
  /** A person who works alone counts days where they are: IANA name. */
  readonly timeZone: string
  readonly lock: LockSaid
}

/** How sync stands while nobody has opened the lock. */
export const shutSync: SyncState = {
  state: 'alone',
  files: { sent: 0, all: 0 },
  waitingCount: 0,
  refusedCount: 0,
  recordAt: undefined,
  away: undefined,
  skewMs: undefined,
}

/** What a screen knows while the records are shut: how it looks, and by what they open. */
export function shutSession({ settings, viewerOrigin, timeZone, lock }: Told): Session {
  const { language, theme } = settings.get()
  return {
    mode: 'locked',
    person: undefined,
    device: undefined,
    roles: [],
    holding: { roles: [] },
    language,
    theme,
    district: undefined,
    calendar: { timeZone, holidays: [] },
    folder: undefined,
    viewerOrigin,
    lock,
    readOnly: undefined,
    people: [],
    closedUnexpectedlyAt: undefined,
  }
}

/** What a screen knows before it asks for anything. */
export async function sessionOf(told: Told & { readonly place: Place }): Promise<Session> {
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
    device: recordsId(store),
    roles: personRoles.filter(role => holds(actor, role)),
    holding: { roles: actor.roles, grants: actor.grants },
    language,
    theme,
    district:
      district === undefined
        ? undefined
        : { name: calendar?.rec.body.name ?? district.name, address: district.address },
    calendar: {
      timeZone: calendar?.rec.body.timeZone ?? told.timeZone,
      holidays: calendar?.rec.body.holidays ?? [],
    },
    folder: resolve(place.folder),
    viewerOrigin: told.viewerOrigin,
    lock: told.lock,
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
