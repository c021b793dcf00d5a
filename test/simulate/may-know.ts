import type { Holding } from '../../core/kit/command.ts'

type Body = Readonly<Record<string, unknown>>

/** Who is told. */
export type Told = Holding & { readonly person: string }

/** What everybody in a district is told. */
export const openKinds: readonly string[] = [
  ...['person', 'district', 'framework', 'competency', 'micro-credential', 'trust-bundle', 'unit'],
]

/**
 * SCOPE, said a second time and otherwise: who may be told a record with this body, whatever its seats say. Written from
 * the papers (design.md, security.md §3), so that a mistake in `seats` is seen. `units`: the schools and teams, with the
 * schools of the teams, to which it belongs by the directory, once all that follows from it was done; without them it
 * belongs where it says itself, and who just stopped coaching there may still be told of what they read.
 */
export function mayKnow(
  { person, roles, grants = [] }: Told,
  kind: string,
  id: string,
  body: Body,
  units?: readonly string[],
): boolean {
  const places = units ?? listed(body['units'])
  if (openKinds.includes(kind)) return true
  const isOwn = body['owner'] === person
  const isHere = (role: 'coach' | 'officer') =>
    roles.includes(role) || grants.some(one => one.role === role && places.includes(one.within))
  const isAnywhere = (role: 'coach' | 'officer') =>
    roles.includes(role) || grants.some(one => one.role === role)
  const isOffice = roles.includes('officer')
  const isInCharge = isOffice || roles.includes('administrator')
  const state = String(body['state'])
  switch (kind) {
    case 'goal':
      return isOwn || body['published'] === true
    case 'activity':
    case 'check-in':
    case 'evidence':
    case 'draft':
      return isOwn
    case 'device-key':
      return body['person'] === person || isAnywhere('coach') || isAnywhere('officer')
    case 'claim': {
      const readers = listed(body['readers'])
      const isGoing = state === 'in_review' && (units === undefined || isHere('coach'))
      const isReader =
        readers.includes(person) && (isGoing || ['not_yet', 'earned'].includes(state))
      const isPool = isHere('coach') && state === 'in_review'
      const isDecided = isHere('officer') && state === 'earned'
      return isOwn || isReader || isPool || isDecided
    }
    case 'review':
      return body['reader'] === person || (isHere('officer') && state === 'finalised')
    case 'badge':
      return isOwn || isHere('officer')
    case 'cause':
    case 'revoking-pace':
    case 'joint-act':
      return isOffice
    case 'key-change':
    case 'hold':
      return isInCharge
    case 'role-request':
      return isInCharge || body['askedBy'] === person
    case 'erasure': {
      const isTold = ['asked', 'agreed', 'called_off', 'erased'].includes(state)
      return isInCharge || (id === person && isTold) || (state === 'erased' && isBare(body))
    }
    default:
      return false
  }
}

/** Whether something is told that nobody may know, whoever they are: that a legal hold keeps what its person deleted. */
export const tellsOfHold = (body: Body): boolean => 'withheld' in body

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** Whether it says that somebody was erased, and nothing of why or by whom. */
const isBare = (body: Body): boolean =>
  Object.keys(body).every(field => field === 'state' || field === 'erasedAt')
