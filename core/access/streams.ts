import type { Holding } from '../kit/command.ts'
import type { Seat } from '../kit/record-type.ts'
import { holdsEverywhere, within } from './reach.ts'

/** What everybody in a district is told. */
export const openStream = 'catalog'

/** Who reads claims, and who issues: each role's stream for the whole district; of a school or team it has its own. */
const streams = { coach: 'coaches', officer: 'office' } as const

/** The register of computers, for who reads or issues in some schools or teams only: a key may be anybody's. */
export const registerStream = 'register'

/** What the administrators of the whole district are told together: what another of them has to agree to. */
export const administrationStream = 'administration'

/** The streams a person may read, from what they hold alone (sync.md §3.2). */
export function streamsOf(reader: Holding & { readonly person: string }): readonly string[] {
  const ofRoles = roleStreams(reader, 'coach').concat(roleStreams(reader, 'officer'))
  const isLimited = ofRoles.length > 0 && !ofRoles.some(isWhole)
  const rest = [
    ...(isLimited ? [registerStream] : []),
    ...(holdsEverywhere(reader, 'administrator') ? [administrationStream] : []),
  ]
  return [openStream, `user:${reader.person}`, ...ofRoles, ...rest]
}

const isWhole = (stream: string) => stream === streams.coach || stream === streams.officer

// Who holds it in the whole district finds everything in one stream.
const roleStreams = (reader: Holding, role: keyof typeof streams): readonly string[] =>
  holdsEverywhere(reader, role)
    ? [streams[role]]
    : within(reader, role).map(unit => `${streams[role]}:${unit}`)

/** Seats before everybody whose role reaches these schools and teams: the same people as `reaches` names. */
const seatsOf =
  (role: keyof typeof streams) =>
  (units: readonly string[] | undefined): readonly Seat[] => [
    { stream: streams[role], view: 'all' },
    ...(units ?? []).map(unit => ({ stream: `${streams[role]}:${unit}`, view: 'all' })),
  ]

/** Seats before the coaches of these schools and teams, and those of the whole district. */
export const coachSeats = seatsOf('coach')

/** Seats before the credential offices of these schools and teams, and that of the whole district. */
export const officeSeats = seatsOf('officer')
