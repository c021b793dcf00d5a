import type { ChainFault, Linked, Place } from '../../core/audit/chain.ts'
import { chainFault } from '../../core/audit/chain.ts'
import { beforeTheFirst, commitmentTo } from '../../core/audit/entry.ts'
import { isHeadSigned } from '../../core/audit/head.ts'
import type { AuditEntry } from '../../core/audit/entry.ts'
import type { Steps } from '../sql/steps.ts'
import type { KeptRecord, Proof } from './audit.ts'
import {
  besideTheChain,
  keptHeads,
  placesAfter,
  proofsOf,
  recordsAfter,
  waitingEntries,
} from './audit.ts'

/** What was done to an audit, or to records behind its back. */
export type AuditFault =
  | ChainFault
  /** A head of the district's own is not signed by it. */
  | { readonly code: 'head_unsigned'; readonly link: number }
  /** The chain is whole, and another than the one that was signed, or that somebody holds, at this place. */
  | { readonly code: 'rewritten'; readonly link: number; readonly held: boolean }
  /** The chain ends before a place that was signed, or that somebody holds. */
  | { readonly code: 'short'; readonly link: number; readonly held: boolean }
  /** Entries that no command wrote. */
  | { readonly code: 'stray'; readonly count: number }
  /** Entries that were removed before they had their place. */
  | { readonly code: 'lost'; readonly count: number }
  /**
   * A record that is not what the last command wrote, of which that can't be told any more since its salt was removed,
   * that no command wrote, or that is gone though none removed it.
   */
  | {
      readonly code: 'record_changed' | 'record_unproved' | 'record_unknown' | 'record_gone'
      readonly key: string
    }

export interface AuditReport {
  readonly last: Place
  /** Places of a head signed by the district that hold. */
  readonly headsHold: number
  readonly recordsHold: number
  /** Records of which nothing can be said: written before there were commitments. */
  readonly recordsUntold: number
  readonly faults: readonly AuditFault[]
  /** So many more faults of records were found and are not named. */
  readonly faultsMore: number
}

const rowsMax = 500
const recordFaultsMax = 100

export interface HeldPlaces {
  /** The public key (Ed25519, hex) with which the district signs heads. */
  readonly publicKey: string
  /** Places as computers hold them. */
  readonly holds: readonly Place[]
  onProgress?(link: number): void
}

/**
 * Reads the whole audit and all records, and tells what does not follow from what: entries that were changed, removed,
 * reordered or slipped in; a chain made anew, where a signed head or a computer knows the old one; records that were
 * changed without a command. To be run in one snapshot: a district at work goes on meanwhile.
 */
export function* verifyAudit(held: HeldPlaces): Steps<AuditReport> {
  const heads = yield* keptHeads()
  const faults: AuditFault[] = heads
    .filter(head => !isHeadSigned(head, held.publicKey))
    .map(({ link }) => ({ code: 'head_unsigned', link }))
  const expected = new Map<number, { readonly hash: string; readonly held: boolean }[]>()
  const expect = ({ link, hash }: Place, isHeld: boolean) =>
    expected.set(link, [...(expected.get(link) ?? []), { hash, held: isHeld }])
  for (const head of heads) expect(head, false)
  for (const place of held.holds) expect(place, true)
  const written: Written = new Map()
  let headsHold = 0
  let last: Place = beforeTheFirst
  let isBroken = false
  for (;;) {
    const places: readonly Linked[] = yield* placesAfter(last.link, rowsMax)
    for (const place of places) {
      const fault = chainFault(last, place)
      if (fault !== undefined) {
        // What follows hangs on it: one fault, not thousands.
        if (!isBroken) faults.push(fault)
        isBroken = true
      }
      for (const { hash, held: isHeld } of expected.get(place.link) ?? []) {
        if (hash === place.hash) headsHold += isHeld ? 0 : 1
        else faults.push({ code: 'rewritten', link: place.link, held: isHeld })
      }
      expected.delete(place.link)
      note(written, place.entry)
      last = place
    }
    held.onProgress?.(last.link)
    if (places.length < rowsMax) break
  }
  for (const [link, places] of expected)
    if (link > last.link)
      for (const { held: isHeld } of places) faults.push({ code: 'short', link, held: isHeld })
  const { stray, lost } = yield* besideTheChain()
  if (stray > 0) faults.push({ code: 'stray', count: stray })
  if (lost > 0) faults.push({ code: 'lost', count: lost })
  for (const entry of yield* waitingEntries()) note(written, entry)
  const records = yield* verifyRecords(written)
  return {
    last,
    headsHold,
    recordsHold: records.hold,
    recordsUntold: records.untold,
    faults: [...faults, ...records.faults.slice(0, recordFaultsMax)],
    faultsMore: Math.max(0, records.faults.length - recordFaultsMax),
  }
}

/**
 * The number of the entry that last wrote a record, by its key; below zero where it removed it. What it said is read again
 * for each: of a large district all that would not fit in memory.
 */
type Written = Map<string, number>

function note(written: Written, entry: AuditEntry | undefined): void {
  if (entry === undefined) return
  for (const [at, key] of entry.records.entries())
    written.set(key, entry.commitments[at] === null ? -entry.n : entry.n)
}

interface RecordsTold {
  hold: number
  untold: number
  readonly faults: AuditFault[]
}

function* verifyRecords(written: Written): Steps<RecordsTold> {
  const told: RecordsTold = { hold: 0, untold: 0, faults: [] }
  for (let after = ''; ;) {
    const records: readonly KeptRecord[] = yield* recordsAfter(after, rowsMax)
    const proofs = yield* proofsOf(new Set(records.flatMap(({ key }) => written.get(key) ?? [])))
    for (const record of records) {
      const n = written.get(record.key)
      written.delete(record.key)
      const found = n === undefined ? 'record_unknown' : recordHolds(record, proofs.get(n))
      if (found === 'hold' || found === 'untold') told[found] += 1
      else told.faults.push({ code: found, key: record.key })
      after = record.key
    }
    if (records.length < rowsMax) break
  }
  for (const [key, n] of written) if (n > 0) told.faults.push({ code: 'record_gone', key })
  return told
}

/** Whether a record is what its last entry says; without a proof that entry removed it. */
function recordHolds({ key, body }: KeptRecord, proof: Proof | undefined) {
  if (proof === undefined) return 'record_changed'
  const commitment = proof.commitments[proof.records.lastIndexOf(key)]
  if (typeof commitment !== 'string') return 'untold'
  // Who changes a record and removes its salt would else not be seen. Nothing of the program's own removes one.
  if (proof.salt === undefined) return 'record_unproved'
  return isCommitted(commitment, proof.salt, body) ? 'hold' : 'record_changed'
}

function isCommitted(commitment: string, salt: string, body: string): boolean {
  try {
    return commitmentTo(salt, JSON.parse(body)) === commitment
  } catch {
    // Not JSON any more: no command wrote that.
    return false
  }
}
