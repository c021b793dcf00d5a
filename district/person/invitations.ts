import { intMaybe, int, text, textMaybe } from '../../db/sql/row.ts'
import type { Steps } from '../../db/sql/steps.ts'
import { query } from '../../db/sql/steps.ts'
import { noteEvent } from './event.ts'

/** How long an invitation may be used (ms): seven days. */
export const invitationMs = 7 * 86_400_000

interface Invited {
  readonly hash: string
  readonly person: string
  readonly by: string
  /** Made by the person, or by who runs the district; another person's makes a further computer wait for a yes. */
  readonly isOwn: boolean
  /** The person's own computer at which it was made; `undefined`: at another's, or on the district's terminal. */
  readonly on: string | undefined
  readonly now: number
}

/** Notes an invitation; one that the person has not used is void from now on. Returns when it ends (epoch ms). */
export function* invite({ hash, person, by, isOwn, on, now }: Invited): Steps<number> {
  const expiresAt = now + invitationMs
  yield* query(
    'update invitation set voided_at = ? where person = ? and used_at is null and voided_at is null',
    now,
    person,
  )
  yield* query(
    `insert into invitation (hash, person, made_at, expires_at, own, made_by, made_on)
     values (?, ?, ?, ?, ?, ?, ?)`,
    hash,
    person,
    now,
    expiresAt,
    isOwn ? 1 : 0,
    by,
    on ?? null,
  )
  yield* noteEvent({ at: now, what: 'invited', person: by, device: undefined, about: person })
  return expiresAt
}

export interface Invitation {
  readonly person: string
  readonly madeAt: number
  readonly expiresAt: number
  readonly usedAt: number | undefined
  readonly voidedAt: number | undefined
  readonly isOwn: boolean
  /** Absent: made by an older program. */
  readonly madeBy: string | undefined
  /** The person's own computer at which it was made. */
  readonly madeOn: string | undefined
}

/** The invitation of a code's hash. */
export function* invitationOf(hash: string): Steps<Invitation | undefined> {
  const [row] = yield* query('select * from invitation where hash = ?', hash)
  return (
    row && {
      person: text(row, 'person'),
      madeAt: int(row, 'made_at'),
      expiresAt: int(row, 'expires_at'),
      usedAt: intMaybe(row, 'used_at'),
      voidedAt: intMaybe(row, 'voided_at'),
      isOwn: int(row, 'own') === 1,
      madeBy: textMaybe(row, 'made_by'),
      madeOn: textMaybe(row, 'made_on'),
    }
  )
}

/** Makes every invitation void that was not used: after a restore nobody knows who holds which. */
export function* voidInvitations(now: number): Steps<void> {
  yield* query(
    'update invitation set voided_at = ? where used_at is null and voided_at is null',
    now,
  )
}

/** Makes void an invitation of a person that was made before a moment (epoch ms) and not used. */
export function* voidInvitationOf({
  person,
  madeBefore,
  now,
}: {
  readonly person: string
  readonly madeBefore: number
  readonly now: number
}): Steps<void> {
  yield* query(
    `update invitation set voided_at = ?
     where person = ? and made_at < ? and used_at is null and voided_at is null`,
    now,
    person,
    madeBefore,
  )
}

/** Who made an invitation on the district's own terminal, as events name them. */
export const operator = 'operator'

interface Waiting {
  readonly person: string
  readonly by: string
  readonly now: number
}

/** When the invitation of a person ends that someone made and that was not used (epoch ms); `undefined`: there is none. */
export function* waitingInvitation({ person, by, now }: Waiting): Steps<number | undefined> {
  const [row] = yield* query(
    `select i.expires_at as expires_at from invitation i
     where i.person = ? and i.used_at is null and i.voided_at is null and i.expires_at > ?
       and exists (select 1 from event e
         where e.what = 'invited' and e.about = i.person and e.person = ? and e.at = i.made_at)`,
    person,
    now,
    by,
  )
  return row && int(row, 'expires_at')
}
