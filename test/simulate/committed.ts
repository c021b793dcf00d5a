import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Badge } from '../../core/badge/record.ts'
import { badgeMachine } from '../../core/badge/record.ts'
import { isAsSigned } from '../../core/claim/is-as-signed.ts'
import type { Attempt, Claim } from '../../core/claim/record.ts'
import { claimMachine } from '../../core/claim/record.ts'
import type { Machine } from '../../core/kit/machine.ts'
import { stampAheadMsMax } from '../../core/merge/clock.ts'
import { recordTypes } from '../../core/records.ts'
import type { Review } from '../../core/review/record.ts'
import { reviewMachine } from '../../core/review/record.ts'
import { asKey, partsOf } from '../../db/records/kinds.ts'
import type { Ledger } from './ledger.ts'
import type { Grounds } from './world.ts'
import { Broken, count } from './world.ts'
import { firstOf, question, resultIn, rowIn } from './rows.ts'

interface Entry {
  readonly n: number
  readonly command_key: string
  readonly command: string
  readonly outcome: string
  readonly records: string
}

const newEntries = question<Entry>(
  'select n, command_key, command, outcome, records from audit where n > ? order by n',
)
const bothCounts = question<{ results: number; entries: number }>(
  'select (select count(*) from result) as results, (select count(*) from audit) as entries',
)
const allHeads = question<{ name: string; head: number }>('select * from stream')
const numbersAfter = question<{ n: number; last: number }>(
  'select count(*) as n, max(seq) as last from change where stream = ? and seq > ?',
)
const streamsWith = question<{ stream: string }>('select stream from member where key = ?')

const types = new Map(recordTypes.map(type => [type.kind, type]))

/** Looks at what a transaction of the district did, before anything else can happen. */
export function committed(world: Grounds): void {
  const { ledger, dbs } = world
  const entries = newEntries.rows(dbs.record, ledger.auditN)
  if (entries.length === 0) return
  // Several commands may be one transaction: a record is looked at once, with all that wrote it.
  const wrote = new Map<string, Entry[]>()
  for (const entry of entries) {
    ledger.auditN = entry.n
    checkEntry(world, entry)
    const keys: string[] = JSON.parse(entry.records)
    for (const key of keys) wrote.set(key, [...(wrote.get(key) ?? []), entry])
  }
  for (const [key, by] of wrote) checkRecord(world, key, by)
  checkCounts(world)
  checkStreams(world, entries.length === 1)
}

/** EXACTLY_ONCE: one entry and one result a key, and none under a key that nobody gave. */
function checkEntry(world: Grounds, { command_key: key, outcome }: Entry): void {
  const { ledger, dbs } = world
  if (ledger.decided.has(key))
    throw new Broken('EXACTLY_ONCE', 'A command was decided twice.', { key })
  ledger.decided.add(key)
  if (!key.startsWith('district:') && !ledger.given.has(key))
    throw new Broken('EXACTLY_ONCE', 'Something was done under a key that nobody gave.', { key })
  if (ledger.takenBack.has(key) && !ledger.again.has(key))
    throw new Broken('TAKEN_BACK', 'What was taken back in time was done.', { key })
  checkOrder(ledger, key)
  const result = resultIn(dbs.record, key)
  const said = result?.status === 'refused' ? result.refusal?.code : result?.status
  if (said !== outcome)
    throw new Broken('EXACTLY_ONCE', 'A result is not what the audit says.', { key, said, outcome })
}

/**
 * ORDER: what one computer did to one claim is decided in the order in which it was done. (What a restored district has
 * lost comes again once the computer hears of the restore; what was just on its way then is there before it.)
 */
function checkOrder(ledger: Ledger, key: string): void {
  const given = ledger.given.get(key)
  const claim = given?.input['claim']
  if (given === undefined || claim === undefined || ledger.again.has(key)) return
  if (ledger.undecided.has(key)) return
  const on = `${given.computer} ${JSON.stringify(claim)}`
  const last = ledger.order.get(on) ?? 0
  if (given.n < last) {
    const later = [...ledger.given.values()].find(({ n }) => n === last)
    throw new Broken('ORDER', 'What was done later to a claim was decided earlier.', {
      earlier: [given.key, given.name],
      later: [later?.key, later?.name],
    })
  }
  ledger.order.set(on, given.n)
}

/** RETRY_NOT_KEPT: nothing has a result that was not decided; AUDIT: every result has its entry. */
function checkCounts({ dbs }: Grounds): void {
  const row = bothCounts.first(dbs.record)
  if (row?.results !== row?.entries)
    throw new Broken('EXACTLY_ONCE', 'There are results without an entry in the audit.', row)
}

/**
 * GAPLESS: the numbers of a stream rise by one, and its head is the last of them. (A record that several commands of one
 * transaction wrote stands at the last of its numbers alone.)
 */
function checkStreams({ ledger, dbs }: Grounds, isOne: boolean): void {
  const heads = allHeads.rows(dbs.record)
  for (const { name, head } of heads) {
    const before = ledger.heads.get(name) ?? 0
    if (head === before) continue
    ledger.heads.set(name, head)
    const row = numbersAfter.first(dbs.record, name, before)
    const isWhole = isOne ? row?.n === head - before : (row?.n ?? 0) <= head - before
    if (!isWhole || row?.last !== head)
      throw new Broken('GAPLESS', 'The numbers of a stream have a gap.', {
        name,
        before,
        head,
        row,
      })
  }
}

function checkRecord(world: Grounds, key: string, by: readonly Entry[]): void {
  const { ledger, dbs, time } = world
  const row = rowIn(dbs.record, key)
  if (row === undefined) return void ledger.revs.delete(key)
  if (row.rev <= (ledger.revs.get(key) ?? 0))
    throw new Broken('REVISIONS', 'The revision of a record did not rise.', { key })
  ledger.revs.set(key, row.rev)
  const clocks: Record<string, string> = JSON.parse(row.clocks)
  for (const stamp of Object.values(clocks))
    if (Number(stamp.slice(0, 13)) > time.nowMs + stampAheadMsMax)
      throw new Broken('CLOCK', 'A stamp lies more than a minute ahead of the district.', {
        key,
        stamp,
      })
  const { id } = partsOf(asKey(key))
  const body: object = JSON.parse(row.body)
  checkSeats(world, key, id, row.kind, body)
  const [entry] = by
  if (entry !== undefined && by.length === 1) checkSame(world, key, row.rev, body, entry)
  const steps = by.length
  if (row.kind === 'person') ledger.rolesSince = world.net.next()
  if (row.kind === 'claim') checkClaim(world, id, JSON.parse(row.body), steps)
  if (row.kind === 'badge') checkBadge(world, id, JSON.parse(row.body), steps)
  if (row.kind === 'review') {
    const { state }: Review = JSON.parse(row.body)
    checkStep('review', reviewMachine, ledger.reviews.get(id), state, { id, steps })
    ledger.reviews.set(id, state)
    count(world, `review ${state}`)
  }
}

/** SEATS: a record is in the streams that its body says, and in no other. */
function checkSeats({ dbs }: Grounds, key: string, id: string, kind: string, body: object): void {
  const type = types.get(kind)
  if (type === undefined) return
  const streams = new Set(type.seats(id, body).map(seat => seat.stream))
  const rows = streamsWith.rows(dbs.record, key)
  if (rows.length !== streams.size || rows.some(({ stream }) => !streams.has(stream)))
    throw new Broken('SEATS', 'A record is in other streams than its body says.', { key, rows })
}

/** What the district alone says of a claim that is sent. */
const districts = new Set(['claim.submit'])

/** SAME_DECISION: on the same records, the district makes of a command what the computer made of it. */
function checkSame(world: Grounds, key: string, rev: number, body: object, entry: Entry): void {
  const given = world.ledger.given.get(entry.command_key)
  const expected = given?.expects.find(one => one.key === key)
  if (given === undefined || expected === undefined || districts.has(given.name)) return
  // How fast is revoked is told by the district's clock alone.
  if (key.startsWith('revoking-pace/')) return
  if (expected.onRev !== rev - 1 || given.doneAt > world.time.nowMs + stampAheadMsMax) return
  count(world, 'decided alike')
  const { kind, id } = partsOf(asKey(key))
  const type = types.get(kind)
  const hidden = new Set(type?.seats(id, body).flatMap(({ view }) => [...type.hidden(view)]))
  if (!isDeepStrictEqual(common(hidden, expected.body), common(hidden, body)))
    throw new Broken('SAME_DECISION', 'District and computer made different things of a command.', {
      key,
      command: given.name,
      computer: expected.body,
      district: body,
    })
}

/** A body without the fields that somebody may not see who may decide on it all the same. */
function common(hidden: ReadonlySet<string>, body: unknown): unknown {
  const plain: Record<string, unknown> = JSON.parse(JSON.stringify(body))
  return Object.fromEntries(Object.entries(plain).filter(([field]) => !hidden.has(field)))
}

/** LEGAL: a state is followed only by one that its machine allows. */
function checkStep<S extends string, E extends string>(
  what: string,
  machine: Machine<S, E>,
  from: string | undefined,
  to: S,
  { id, steps }: { readonly id: string; readonly steps: number },
): void {
  if (from === undefined || from === to) return
  const allowed: Readonly<Record<string, Readonly<Record<string, string | undefined>>>> = machine
  let reached: readonly string[] = [from]
  for (let n = 0; n < steps; n++)
    reached = reached
      .flatMap(state => [state, ...Object.values(allowed[state] ?? {})])
      .flatMap(state => state ?? [])
  if (!reached.includes(to))
    throw new Broken('LEGAL', `A ${what} went from ${from} to ${to}, which it may not.`, { id })
}

function checkClaim(world: Grounds, id: string, claim: Claim, steps: number): void {
  const before = world.ledger.claims.get(id)
  world.ledger.claims.set(id, claim)
  checkStep('claim', claimMachine, before?.state, claim.state, { id, steps })
  if (before?.state !== claim.state) count(world, `claim ${claim.state}`)
  for (const [n, attempt] of (before?.attempts ?? []).entries())
    checkFrozen(id, attempt, claim.attempts[n])
  for (const attempt of claim.attempts.slice(before?.attempts.length ?? 0)) {
    if (!isAsSigned(id, claim, attempt))
      throw new Broken('MANIFEST', 'An attempt is not what its person signed.', { id })
    checkFiles(world, id, claim.owner, attempt)
  }
}

/** MANIFEST: what was handed over stays as it was signed; a decision, once it is there, stays too. */
function checkFrozen(id: string, before: Attempt, after: Attempt | undefined): void {
  const frozen = (attempt: Attempt | undefined): unknown => {
    if (attempt === undefined) return undefined
    const { findings, outcome, ...signed } = attempt
    return [signed, ...(before.findings ? [findings] : []), ...(before.outcome ? [outcome] : [])]
  }
  if (!isDeepStrictEqual(frozen(before), frozen(after)))
    throw new Broken('MANIFEST', 'What was handed over with a claim was changed afterwards.', {
      id,
    })
}

/** BLOB_AT_SUBMIT: the district has every file of a claim when it takes the claim. */
function checkFiles(world: Grounds, id: string, owner: string, { items }: Attempt): void {
  for (const { file } of items) {
    if (file === undefined) continue
    const { sha256 } = file
    const row = firstOf<unknown>(
      world.dbs.record,
      'select sha from blob where sha = ? and owner = ?',
      sha256,
      owner,
    )
    const path = join(world.folder, 'district', 'blobs', sha256.slice(0, 2), sha256)
    if (row === undefined || !existsSync(path))
      throw new Broken('BLOB_AT_SUBMIT', 'A claim was taken whose file is not there.', {
        id,
        sha256,
      })
  }
}

function checkBadge(world: Grounds, id: string, badge: Badge, steps: number): void {
  const { ledger } = world
  const before = ledger.badges.get(id)
  ledger.badges.set(id, badge)
  checkStep('badge', badgeMachine, before?.state, badge.state, { id, steps })
  if (before?.state !== badge.state) count(world, `badge ${badge.state}`)
  for (const [other, { claim }] of ledger.badges)
    if (other !== id && claim === badge.claim)
      throw new Broken('ONE_BADGE', 'A claim has two badges.', { claim, badges: [id, other] })
  const { credential } = badge
  if (before?.credential !== undefined && before.credential !== credential)
    throw new Broken('BADGE_BYTES', 'A badge was changed after it was signed.', { id })
  if (badge.state === 'revoked' && credential !== undefined) ledger.revoked.add(credential)
}
