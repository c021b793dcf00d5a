import type { DistrictError, NewComputer } from '../../contract/sync/join.ts'
import { rejoinText } from '../../contract/sync/join.ts'
import { textToSign } from '../../core/kit/signed.ts'
import type { Steps } from '../../db/sql/steps.ts'
import { query } from '../../db/sql/steps.ts'
import type { Device } from './devices.ts'
import { deviceNamed, endWait, formerOwner, hadAny, mayComeBack, revoke } from './devices.ts'
import { noteEvent } from './event.ts'
import { bindAs } from './let-in-by.ts'
import { isSignatureOf } from './signed.ts'

export type LetIn =
  | { readonly person: string; readonly waitsUntil: number | undefined }
  | { readonly refused: DistrictError['code'] }

interface Entering {
  readonly computer: NewComputer
  readonly person: string
  /** By what it shows whose it is: the hash of its code, or `sign-in`. */
  readonly way: string
  /** Nobody else had a hand in it: the person's own code or password, or a code of who runs the district. */
  readonly isOwn: boolean
  /** The person's own computer that made its code, or set the password that it shows. */
  readonly voucher: string | undefined
  /** How long it waits where somebody else had (ms; `core/person/wait-for-yes.ts`). */
  readonly waitMs: number
  readonly now: number
}

/** A computer that was let in already, and never heard so. `isSameWay`: by the very code that it shows again. */
interface InAlready {
  readonly known: Device
  readonly isSameWay: boolean
}

/**
 * Whether this very computer was let in already: its answer was lost. A name that is known with another key is refused;
 * so is one whose right ended meanwhile: it comes under another name.
 */
export function* letInBefore(
  { device, publicKey }: NewComputer,
  way: string,
): Steps<InAlready | Extract<LetIn, { refused: unknown }> | undefined> {
  const known = yield* deviceNamed(device)
  if (known === undefined) return undefined
  if (known.publicKey !== publicKey) return { refused: 'malformed' }
  if (known.revokedAt !== undefined) return { refused: 'device_revoked' }
  return { known, isSameWay: known.invitation === way }
}

/**
 * Lets a computer in that is in already and shows whose it is anew: it never heard that it was. What says that it is its
 * person's own ends its wait; what another person made changes nothing about it.
 */
export function* letInAnew(
  { known }: InAlready,
  { person, isOwn, voucher, now }: Pick<Entering, 'person' | 'isOwn' | 'voucher' | 'now'>,
): Steps<LetIn> {
  if (known.person !== person) return { refused: 'other_person' }
  const { device, waitsUntil } = known
  yield* noteEvent({ at: now, what: 'joined', person, device, about: device })
  if (!isOwn || waitsUntil === undefined) return { person, waitsUntil }
  if (yield* endWait({ device, by: { person, device }, now }))
    yield* bindAs({ device, vouchers: [voucher], now })
  return { person, waitsUntil: undefined }
}

/**
 * Enters a computer for a person. Where another person made its code and this one had a computer before, it waits: who
 * resets an account must not read what is in it (`waitMs`). One that shows by its old key that it was in before is told
 * nothing that it had not been told, and does not wait; one that was still waiting, or that its person sent away, had
 * been told nothing, or was to be told no more (`mayComeBack`). A computer that was in as someone else is refused.
 */
export function* letIn(entering: Entering): Steps<LetIn> {
  const { computer, person, way, isOwn, voucher, waitMs, now } = entering
  const { device, deviceName, publicKey, before } = computer
  const known = before === undefined ? undefined : yield* deviceNamed(before.device)
  const owner =
    known?.person ?? (before === undefined ? undefined : yield* formerOwner(before.device))
  if (owner !== undefined && owner !== person) return { refused: 'other_person' }
  const isItself =
    known !== undefined && isProven(known, computer) && (yield* mayComeBack(known, now))
  const mayReadAtOnce = isOwn || isItself || !(yield* hadAny(person))
  const waitsUntil = mayReadAtOnce ? undefined : now + waitMs
  yield* query(
    `insert into device (device, person, name, public_key, invitation, joined_at, waits_until)
     values (?, ?, ?, ?, ?, ?, ?)`,
    device,
    person,
    deviceName,
    publicKey,
    way,
    now,
    waitsUntil ?? null,
  )
  const vouchers = isOwn ? [voucher] : isItself ? [known.device] : []
  yield* bindAs({ device, vouchers, now })
  yield* noteEvent({ at: now, what: 'joined', person, device, about: device })
  if (before === undefined) return { person, waitsUntil }
  if (known === undefined)
    yield* query(
      'insert into former (device, person) values (?, ?) on conflict do nothing',
      before.device,
      person,
    )
  // Who waits for a yes has shown nothing yet: what they name stays in, and its person is asked there (`endWait`).
  else if (mayReadAtOnce) yield* revoke({ device: known.device, by: { person, device }, now })
  yield* noteEvent({ at: now, what: 'rejoined', person, device, about: before.device })
  return { person, waitsUntil }
}

function isProven(known: Device, { before, ...computer }: NewComputer): boolean {
  if (before?.signature === undefined) return false
  const said = textToSign('rejoin', rejoinText(computer))
  return isSignatureOf(known.publicKey, said, Buffer.from(before.signature, 'hex'))
}
