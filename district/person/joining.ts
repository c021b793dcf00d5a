import type { DistrictError, JoinRequest } from '../../contract/sync/join.ts'
import type { Steps } from '../../db/sql/steps.ts'
import { query } from '../../db/sql/steps.ts'
import { hashOfCode } from './code.ts'
import { deviceNamed } from './devices.ts'
import { noteEvent } from './event.ts'
import { invitationOf } from './invitations.ts'
import { areTooMany, noteMiss } from './tries.ts'

export type Joined = { readonly person: string } | { readonly refused: DistrictError['code'] }

interface Asked {
  readonly request: JoinRequest
  /** From where it came, as it is counted. */
  readonly source: string
  readonly now: number
}

/**
 * Takes a device in by an invitation, once. The same request again (its answer was lost) gets the same answer; a
 * device's name that is known otherwise is refused.
 */
export function* joining({ request, source, now }: Asked): Steps<Joined> {
  if (yield* areTooMany(source, now)) return { refused: 'too_many_tries' }
  const hash = hashOfCode(request.code)
  const invitation = yield* invitationOf(hash)
  if (invitation === undefined || invitation.voidedAt !== undefined) {
    yield* noteMiss(source, now)
    return { refused: 'invitation_unknown' }
  }
  const known = yield* deviceNamed(request.device)
  if (known !== undefined) {
    const isAgain =
      known.invitation === hash &&
      known.publicKey === request.publicKey &&
      known.revokedAt === undefined
    return isAgain ? { person: known.person } : { refused: 'malformed' }
  }
  if (invitation.usedAt !== undefined) return { refused: 'invitation_used' }
  if (invitation.expiresAt <= now) return { refused: 'invitation_expired' }
  const { person } = invitation
  const { device, deviceName, publicKey } = request
  yield* query('update invitation set used_at = ? where hash = ?', now, hash)
  yield* query(
    `insert into device (device, person, name, public_key, invitation, joined_at)
     values (?, ?, ?, ?, ?, ?)`,
    device,
    person,
    deviceName,
    publicKey,
    hash,
    now,
  )
  yield* noteEvent({ at: now, what: 'joined', person, device, about: device })
  return { person }
}
