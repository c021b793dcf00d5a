import type { JoinRequest } from '../../contract/sync/join.ts'
import type { Steps } from '../../db/sql/steps.ts'
import { query } from '../../db/sql/steps.ts'
import { hashOfCode } from './code.ts'
import { invitationOf } from './invitations.ts'
import type { LetIn } from './let-in.ts'
import { letIn, letInBefore } from './let-in.ts'
import { areTooMany, noteMiss } from './tries.ts'

interface Asked {
  readonly request: JoinRequest
  /** From where it came, as it is counted. */
  readonly source: string
  readonly now: number
}

/**
 * Takes a device in by an invitation, once. The same request again (its answer was lost) gets the same answer; a
 * device's name that is known otherwise is refused. What is refused leaves the invitation as it was.
 */
export function* joining({ request, source, now }: Asked): Steps<LetIn> {
  if (yield* areTooMany(source, now)) return { refused: 'too_many_tries' }
  const hash = hashOfCode(request.code)
  const invitation = yield* invitationOf(hash)
  if (invitation === undefined || invitation.voidedAt !== undefined) {
    yield* noteMiss(source, now)
    return { refused: 'invitation_unknown' }
  }
  const again = yield* letInBefore(request, hash)
  if (again === 'other') return { refused: 'malformed' }
  if (again !== undefined) return { person: again.person, waitsUntil: again.waitsUntil }
  if (invitation.usedAt !== undefined) return { refused: 'invitation_used' }
  if (invitation.expiresAt <= now) return { refused: 'invitation_expired' }
  const { person, isOwn } = invitation
  const entered = yield* letIn({ computer: request, person, way: hash, isOwn, now })
  if ('refused' in entered) return entered
  yield* query('update invitation set used_at = ? where hash = ?', now, hash)
  return entered
}
