import type { ChainFault, Linked, Place } from '../../core/audit/chain.ts'
import { chainFault } from '../../core/audit/chain.ts'
import { beforeTheFirst, commitmentTo } from '../../core/audit/entry.ts'
import { isHeadSigned } from '../../core/audit/head.ts'
import type { AuditEntry } from '../../core/audit/entry.ts'
import type { Steps } from '../sql/steps.ts'
import type { KeptRecord } from './audit.ts'
import {
  besideTheChain,
  keptHeads,
  placesAfter,
  recordsAfter,
  saltsOf,
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
  const written = new Map<string, Written>()
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

/** What the audit last said of a record: the entry and the commitment; `null`: removed, `undefined`: nothing. */
interface Written {
  readonly n: number
  readonly commitment: string | null | undefined
}

function note(written: Map<string, Written>, entry: AuditEntry | undefined): void {
  if (entry === undefined) return
  for (const [at, key] of entry.records.entries())
    written.set(key, { n: entry.n, commitment: entry.commitments[at] })
}

interface RecordsTold {
  hold: number
  untold: number
  readonly faults: AuditFault[]
}

function* verifyRecords(written: Map<string, Written>): Steps<RecordsTold> {
  const told: RecordsTold = { hold: 0, untold: 0, faults: [] }
  for (let after = ''; ;) {
    const records: readonly KeptRecord[] = yield* recordsAfter(after, rowsMax)
    const salts = yield* saltsOf(records.flatMap(({ key }) => written.get(key)?.n ?? []))
    for (const { key, body } of records) {
      const entry = written.get(key)
      written.delete(key)
      const salt = entry === undefined ? undefined : salts.get(entry.n)
      if (entry === undefined) told.faults.push({ code: 'record_unknown', key })
      else if (entry.commitment === undefined) told.untold += 1
      // Who changes a record and removes its salt would else not be seen. Nothing of the program's own removes one.
      else if (entry.commitment !== null && salt === undefined)
        told.faults.push({ code: 'record_unproved', key })
      else if (entry.commitment === null || !isCommitted(entry.commitment, salt ?? '', body))
        told.faults.push({ code: 'record_changed', key })
      else told.hold += 1
      after = key
    }
    if (records.length < rowsMax) break
  }
  for (const [key, { commitment }] of written)
    if (commitment !== null) told.faults.push({ code: 'record_gone', key })
  return told
}

function isCommitted(commitment: string, salt: string, body: string): boolean {
  try {
    return commitmentTo(salt, JSON.parse(body)) === commitment
  } catch {
    // Not JSON any more: no command wrote that.
    return false
  }
}
