import type { DeviceRow } from '../../contract/sync/join.ts'
import { isPastItsWait } from '../../core/person/past-its-wait.ts'
import { int, intMaybe, text, textMaybe } from '../../db/sql/row.ts'
import type { SqlRow, Steps } from '../../db/sql/steps.ts'
import { query } from '../../db/sql/steps.ts'
import { noteEvent } from './event.ts'

/** A computer that a person joined, known by its public key. */
export interface Device {
  readonly device: string
  readonly person: string
  readonly name: string
  /** Ed25519, 32 bytes, base64url. */
  readonly publicKey: string
  /** Hash of the code it joined with. */
  readonly invitation: string
  readonly joinedAt: number
  readonly revokedAt: number | undefined
  /** Until when it waits for a yes (epoch ms); passed: it does not. `undefined`: it never did. */
  readonly waitsUntil: number | undefined
  /** With whom it agrees to nothing since what vouched for it does not, and until when (epoch ms; `let-in-by.ts`). */
  readonly bound: { readonly person: string; readonly until: number } | undefined
}

/** The most devices that one list holds. */
const devicesMax = 200_000

/** A device by its name. */
export function* deviceNamed(device: string): Steps<Device | undefined> {
  const [row] = yield* query('select * from device where device = ?', device)
  return row && deviceOf(row)
}

/** The devices of a person, or of everybody; newest first. */
export function* devicesOf(person: string | undefined, now: number): Steps<readonly DeviceRow[]> {
  const rows =
    person === undefined
      ? yield* query('select * from device order by joined_at desc, device limit ?', devicesMax)
      : yield* query(
          'select * from device where person = ? order by joined_at desc, device limit ?',
          person,
          devicesMax,
        )
  return rows.map(row => {
    const { device, person: owner, name, joinedAt, revokedAt, waitsUntil } = deviceOf(row)
    const waits = waitsUntil !== undefined && waitsUntil > now ? { waitsUntil } : {}
    return { device, person: owner, name, joinedAt, revokedAt: revokedAt ?? null, ...waits }
  })
}

/** Whether someone among these people has a device that is not revoked. */
export function* isAnyJoined(people: readonly string[]): Steps<boolean> {
  for (const person of people) {
    const sql = 'select device from device where person = ? and revoked_at is null limit 1'
    if ((yield* query(sql, person)).length > 0) return true
  }
  return false
}

/** Whether a person ever had a computer in the district. */
export function* hadAny(person: string): Steps<boolean> {
  return (yield* query('select device from device where person = ? limit 1', person)).length > 0
}

/** Those of the names under which this person's computers, of now or before, gave commands. */
export function* namesOf(person: string, names: readonly string[]): Steps<ReadonlySet<string>> {
  const theirs = new Set<string>()
  for (const name of names) {
    const device = yield* deviceNamed(name)
    const owner = device?.person ?? (yield* formerOwner(name))
    if (owner === person) theirs.add(name)
  }
  return theirs
}

/** Whose a computer was that is not in the register; `undefined`: nobody's that is known. */
export function* formerOwner(device: string): Steps<string | undefined> {
  const [row] = yield* query('select person from former where device = ?', device)
  return row && text(row, 'person')
}

/**
 * Whether a computer, as it was until its right ended, had been told what is private to its person, and they have not
 * sent it away themselves: only then does its key let it come back without a new yes.
 */
export function* mayComeBack(device: Device, now: number): Steps<boolean> {
  if (!isPastItsWait(device, now)) return false
  const sql = "select n from event where what = 'revoked' and about = ? and person = ? limit 1"
  return (yield* query(sql, device.device, device.person)).length === 0
}

interface SaidYes {
  readonly device: string
  readonly by: { readonly person: string; readonly device: string }
  readonly now: number
}

/**
 * Ends a computer's wait: another one of its person's said yes. With it ends the right of the one that it was before, as
 * it said when it joined; never of the one that says yes. Of one that does not wait nothing changes. Returns whether it did.
 */
export function* endWait({ device, by, now }: SaidYes): Steps<boolean> {
  const rows = yield* query(
    'update device set waits_until = ? where device = ? and waits_until > ? returning device',
    now,
    device,
    now,
  )
  if (rows.length === 0) return false
  yield* noteEvent({ at: now, what: 'answered', ...by, about: device })
  const sql = "select about from event where what = 'rejoined' and device = ? and about <> ?"
  for (const row of yield* query(sql, device, by.device))
    yield* revoke({ device: text(row, 'about'), by, now })
  return true
}

interface Named {
  readonly device: string
  readonly name: string
  readonly by: { readonly person: string; readonly device: string }
  readonly now: number
}

/** Calls a computer otherwise. The same again changes nothing. */
export function* callDevice({ device, name, by, now }: Named): Steps<void> {
  const sql = 'update device set name = ? where device = ? and name <> ? returning device'
  if ((yield* query(sql, name, device, name)).length === 0) return
  yield* noteEvent({ at: now, what: 'named', ...by, about: device })
}

interface Revoked {
  readonly device: string
  readonly by: { readonly person: string; readonly device: string }
  readonly now: number
}

/** Ends a device's right to ask, for good. Again changes nothing. */
export function* revoke({ device, by, now }: Revoked): Steps<void> {
  const rows = yield* query(
    'update device set revoked_at = ? where device = ? and revoked_at is null returning device',
    now,
    device,
  )
  if (rows.length === 0) return
  yield* noteEvent({ at: now, what: 'revoked', ...by, about: device })
}

function deviceOf(row: SqlRow): Device {
  const boundTo = textMaybe(row, 'bound_to')
  const boundUntil = intMaybe(row, 'bound_until')
  const isBound = boundTo !== undefined && boundUntil !== undefined
  return {
    device: text(row, 'device'),
    person: text(row, 'person'),
    name: text(row, 'name'),
    publicKey: text(row, 'public_key'),
    invitation: text(row, 'invitation'),
    joinedAt: int(row, 'joined_at'),
    revokedAt: intMaybe(row, 'revoked_at'),
    waitsUntil: intMaybe(row, 'waits_until'),
    bound: isBound ? { person: boundTo, until: boundUntil } : undefined,
  }
}
