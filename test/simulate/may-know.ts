import type { Role } from '../../core/kit/command.ts'

type Body = Readonly<Record<string, unknown>>

/** Who is told. */
export interface Told {
  readonly person: string
  readonly roles: readonly Role[]
}

/** What everybody in a district is told. */
const public_: readonly string[] = [
  ...['person', 'district', 'framework', 'competency', 'micro-credential', 'trust-bundle', 'unit'],
]

/**
 * SCOPE, said a second time and otherwise: who may be told a record with this body, whatever its seats say. Written from
 * the papers (design.md, security.md §3), so that a mistake in `seats` is seen.
 */
export function mayKnow({ person, roles }: Told, kind: string, body: Body): boolean {
  if (public_.includes(kind)) return true
  const isOwn = body['owner'] === person
  const isCoach = roles.includes('coach')
  const isOfficer = roles.includes('officer')
  switch (kind) {
    case 'goal':
      return isOwn || body['published'] === true
    case 'activity':
    case 'check-in':
    case 'evidence':
    case 'draft':
      return isOwn
    case 'device-key':
      return body['person'] === person || isCoach || isOfficer
    case 'claim': {
      const readers: readonly unknown[] = Array.isArray(body['readers']) ? body['readers'] : []
      const state = String(body['state'])
      const isReader =
        readers.includes(person) && ['in_review', 'not_yet', 'earned'].includes(state)
      const isPool = isCoach && state === 'in_review'
      const isDecided = isOfficer && state === 'earned'
      // While somebody reads it, the office sees that; not where somebody is hidden in it.
      const isStill =
        isOfficer && state === 'in_review' && readers.length > 0 && body['masks'] === undefined
      return isOwn || isReader || isPool || isDecided || isStill
    }
    case 'review':
      return body['reader'] === person || (isOfficer && body['state'] === 'finalised')
    case 'badge':
      return isOwn || isOfficer
    case 'cause':
    case 'revoking-pace':
      return isOfficer
    default:
      return false
  }
}
