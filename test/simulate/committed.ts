import { isDeepStrictEqual } from 'node:util'
import { stampAheadMsMax } from '../../core/merge/clock.ts'
import { recordTypes } from '../../core/records.ts'
import type { Review } from '../../core/review/record.ts'
import { reviewMachine } from '../../core/review/record.ts'
import { asKey, partsOf } from '../../db/records/kinds.ts'
import { followAct } from './acts.ts'
import { checkBadge, checkClaim } from './check-claim.ts'
import { checkStep } from './check-step.ts'
import { checkWithheld } from './check-withheld.ts'
import type { Entry } from './entry.ts'
import { entryColumns } from './entry.ts'
import { followPeople } from './follow-people.ts'
import type { Ledger } from './ledger.ts'
import type { Grounds } from './world.ts'
import { Broken, count, erasable } from './world.ts'
import { question, resultIn, revIn, rowIn } from './rows.ts'

const newEntries = question<Entry>(`select ${entryColumns} from audit where n > ? order by n`)
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
    followAct(world, entry)
    const keys: string[] = JSON.parse(entry.records)
    for (const key of keys) wrote.set(key, [...(wrote.get(key) ?? []), entry])
  }
  followPeople(world, entries)
  for (const [key, by] of wrote) checkRecord(world, key, by)
  checkCounts(world)
  checkStreams(world, entries.length === 1)
}

/** EXACTLY_ONCE: one entry and one result a key, and none under a key that nobody gave. */
function checkEntry(world: Grounds, { command_key: key, outcome, person }: Entry): void {
  const { ledger, dbs } = world
  const by = ledger.given.get(key)?.person
  if (by !== undefined && by !== person)
    throw new Broken('AUDIT', 'The audit names another than who did it.', { key, by, person })
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
 * lost comes again once the computer hears of the restore; what was just on its way then is there before it.) What is typed
 * stands in its draft alone, which who withdraws it doesn't look at: of these two either may come first.
 */
function checkOrder(ledger: Ledger, key: string): void {
  const given = ledger.given.get(key)
  const claim = given?.input['claim']
  if (given === undefined || claim === undefined || ledger.again.has(key)) return
  if (ledger.undecided.has(key)) return
  for (const part of touchedBy[given.name] ?? ['claim', 'draft']) {
    const on = `${given.computer} ${part} ${JSON.stringify(claim)}`
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
}

/** What of a claim a command looks at or changes, where it is not both. */
const touchedBy: Readonly<Record<string, readonly ('claim' | 'draft')[]>> = {
  'claim.write': ['draft'],
  'claim.withdraw': ['claim'],
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

/** `by`: what wrote it in this transaction, in order. */
function checkRecord(world: Grounds, key: string, by: readonly Entry[]): void {
  const { ledger, dbs, time } = world
  const row = rowIn(dbs.record, key)
  if (row === undefined) {
    ledger.revs.delete(key)
    return
  }
  const before = ledger.revs.get(key)
  // Several commands of one transaction: where fewer are counted, one was decided without what another wrote.
  if (row.rev !== (before ?? 0) + by.length)
    throw new Broken('REVISIONS', 'A record did not rise by one with each command that wrote it.', {
      ...{ key, before, now: row.rev },
      by: by.map(({ command }) => command),
    })
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
  if (id === erasable || ('owner' in body && body.owner === erasable))
    for (const { command_key: command } of by) ledger.ofErasable.add(command)
  if (row.kind === 'person') ledger.rolesSince = world.net.next()
  if (row.kind === 'evidence') checkWithheld(world, JSON.parse(row.body), by)
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
  const isOnSame = given.expects.every(one => revIn(world.dbs.record, one.key) === one.onRev + 1)
  if (expected.onRev !== rev - 1 || !isOnSame || given.doneAt > world.time.nowMs + stampAheadMsMax)
    return
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
