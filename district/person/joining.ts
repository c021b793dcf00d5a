import type { JoinRequest } from '../../contract/sync/join.ts'
import type { Steps } from '../../db/sql/steps.ts'
import { query } from '../../db/sql/steps.ts'
import { hashOfCode } from './code.ts'
import type { Invitation } from './invitations.ts'
import { invitationOf } from './invitations.ts'
import type { LetIn } from './let-in.ts'
import { letIn, letInAnew, letInBefore } from './let-in.ts'
import { areTooMany, noteMiss } from './tries.ts'

interface Asked {
  readonly request: JoinRequest
  /** From where it came, as it is counted. */
  readonly source: string
  /** From when on a code counts for its person (`core/person/access-from.ts`). */
  readonly countsFrom: number
  /** How long its computer waits where somebody else let it in (ms). */
  readonly waitMs: number
  readonly now: number
}

/**
 * Takes a device in by an invitation, once. The same request again (its answer was lost) gets the same answer as long as
 * the code is good; with a fresh code too, which is used up by it. A name that is another computer's is refused. What is
 * refused leaves the invitation as it was.
 */
export function* joining({ request, source, countsFrom, waitMs, now }: Asked): Steps<LetIn> {
  if (yield* areTooMany(source, now)) return { refused: 'too_many_tries' }
  const hash = hashOfCode(request.code)
  const invitation = yield* invitationOf(hash)
  const isVoid = (one: Invitation) => one.voidedAt !== undefined || one.madeAt < countsFrom
  if (invitation === undefined || isVoid(invitation)) {
    yield* noteMiss(source, now)
    return { refused: 'invitation_unknown' }
  }
  const again = yield* letInBefore(request, hash)
  if (again !== undefined && 'refused' in again) return again
  if (again?.isSameWay !== true && invitation.usedAt !== undefined)
    return { refused: 'invitation_used' }
  if (invitation.expiresAt <= now) return { refused: 'invitation_expired' }
  const { person, isOwn, madeOn: voucher } = invitation
  if (again?.isSameWay === true) return { person, waitsUntil: again.known.waitsUntil }
  const entered =
    again === undefined
      ? yield* letIn({ computer: request, person, way: hash, isOwn, voucher, waitMs, now })
      : yield* letInAnew(again, { person, isOwn, voucher, now })
  if ('refused' in entered) return entered
  yield* query('update invitation set used_at = ? where hash = ?', now, hash)
  return entered
}
