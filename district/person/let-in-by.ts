import type { Actor } from '../../core/kit/command.ts'
import { noYesUntil } from '../../core/person/wait-for-yes.ts'
import type { Steps } from '../../db/sql/steps.ts'
import { query } from '../../db/sql/steps.ts'
import type { Device } from './devices.ts'
import { deviceNamed } from './devices.ts'
import { invitationOf } from './invitations.ts'

type LetInBy = Actor['letInBy']

/**
 * Who let a computer in by a code that was not its person's own, as long as that matters at `now` (epoch ms): its own, or
 * the code of what vouched for it. Else one that somebody hid among a person's computers would let another one in, or say
 * yes to it, and that one would be the person's.
 */
export function* letInBy(name: string, now: number): Steps<LetInBy> {
  const device = yield* deviceNamed(name)
  if (device === undefined) return undefined
  return latest([yield* byOwnCode(device), device.bound], now)
}

function* byOwnCode(device: Device): Steps<LetInBy> {
  const made = yield* invitationOf(device.invitation)
  // Of a code from before that was noted the maker is not known, and no such computer is that young for long.
  const isOthers = made !== undefined && !made.isOwn && made.madeBy !== undefined
  return isOthers && made.madeBy !== device.person
    ? { person: made.madeBy, until: noYesUntil(device) }
    : undefined
}

/** Which of them matters longest; `undefined`: none at `now`. */
const latest = (found: readonly LetInBy[], now: number): LetInBy =>
  found
    .flatMap(one => (one !== undefined && now < one.until ? [one] : []))
    .toSorted((a, b) => b.until - a.until)[0]

interface Vouching {
  readonly device: string
  /** The person's own computers by whose word it is in: they made its code, said yes to it, set the password, or it was one of them. */
  readonly vouchers: readonly (string | undefined)[]
  readonly now: number
}

/** Binds a computer as those are bound that vouch for it. As they are now: nothing binds one for longer later on. */
export function* bindAs({ device, vouchers, now }: Vouching): Steps<void> {
  const found: LetInBy[] = [(yield* deviceNamed(device))?.bound]
  for (const one of vouchers) if (one !== undefined) found.push(yield* letInBy(one, now))
  const bound = latest(found, now)
  if (bound === undefined) return
  const sql = 'update device set bound_to = ?, bound_until = ? where device = ?'
  yield* query(sql, bound.person, bound.until, device)
}
