import type { Finding, HealthCode, HealthState } from './finding.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** From when something is worth a look, and from when it has to be mended. */
export const healthLimits = {
  /** A copy a day is what is meant; one may have failed. */
  backupLookMs: 2 * dayMs,
  backupMendMs: 8 * dayMs,
  /** Once a term. */
  drillLookMs: 120 * dayMs,
  auditLookMs: 35 * dayMs,
  /** Lists are signed anew each day, and are valid for thirty. */
  listsLookMs: 2 * dayMs,
  /** Below this no file is taken. */
  diskMendBytes: 1024 ** 3,
  diskLookBytes: 10 * 1024 ** 3,
  /** Copies from before an erasing are destroyed within so long (security.md §4). */
  erasedCopiesMs: 35 * dayMs,
  /** Who runs the server has heard of it by then. */
  putBackLookMs: 30 * dayMs,
  keyLookMs: 366 * dayMs,
  /** What one did alone is told for so long: a term. */
  aloneLookMs: 120 * dayMs,
  /** So many tries take more than an hour. */
  triesMend: 16,
} as const

/** What is known of a district's record. Times are epoch ms. */
export interface HealthKnown {
  /** The last copy that was made and noted; `lacking`: files that are damaged or missing. */
  readonly backup: { readonly at: number; readonly lacking: number } | undefined
  /** The last time that a copy was brought back to try it; `faults`: what was wrong with it. */
  readonly drill: { readonly at: number; readonly faults: number } | undefined
  readonly audit: { readonly at: number; readonly faults: number } | undefined
  /** An older copy stood in the place of the record, and nobody had told the district; when that was noticed, and whether it was started since. */
  readonly putBack: { readonly at: number; readonly isSettled: boolean } | undefined
  /** When a record was last erased; and folders with databases of before, which a restore has moved aside. */
  readonly erased: { readonly at: number; readonly aside: readonly string[] } | undefined
  /** Work of the district's own that could not be done yet. */
  readonly waiting: readonly {
    readonly work: string
    readonly count: number
    readonly triesMost: number
    /** What disk or database said, where it was that. */
    readonly why: string | undefined
  }[]
  /** Erasings whose days are over and that wait, since the record came back from a copy, and until when (epoch ms). */
  readonly erasuresWait: { readonly count: number; readonly until: number } | undefined
  /** Files that began to arrive and that nobody has gone on with for a day. */
  readonly arrivingStill: number
  /** Whether badges of a key that was given up are still to be signed again. */
  readonly isResigning: boolean
  /** Of the status list that was signed the longest ago; `undefined`: there is none. */
  readonly lists: { readonly signedAt: number; readonly validUntil: number } | undefined
  /** Badges that the lists say are revoked and the record does not: whose, and for what. */
  readonly unexplained: readonly string[]
  readonly signsAs: string | undefined
  readonly keys: {
    readonly isSealed: boolean
    readonly madeAt: number | undefined
    /** The last change of keys to which no second person had agreed, and why. */
    readonly alone?: { readonly at: number; readonly why: string } | undefined
  }
  /** `undefined` where the system does not tell. */
  readonly diskFreeBytes: number | undefined
  readonly database: string
}

/** What is found in it: each question has one answer, good or not; what waits has one for each kind of work. */
export function judgedHealth(known: HealthKnown, now: number): readonly Finding[] {
  return [
    backupFound(known, now),
    drillFound(known, now),
    ...putBackFound(known, now),
    ...erasedFound(known, now),
    ...waitingFound(known),
    listsFound(known, now),
    ...unexplainedFound(known),
    ...issuerFound(known, now),
    auditFound(known, now),
    ...diskFound(known),
    found('database', 'ok', { database: known.database }),
  ]
}

const found = (code: HealthCode, state: HealthState, facts: Finding['facts'] = {}): Finding => ({
  code,
  state,
  facts,
})

function backupFound({ backup }: HealthKnown, now: number): Finding {
  if (backup === undefined) return found('backup_none', 'mend')
  const { at, lacking } = backup
  const ageMs = now - at
  const { backupLookMs, backupMendMs } = healthLimits
  if (ageMs > backupLookMs)
    return found('backup_old', ageMs > backupMendMs ? 'mend' : 'look', { at, ageMs })
  if (lacking > 0) return found('backup_lacks', 'look', { at, lacking })
  return found('backup_ok', 'ok', { at })
}

function drillFound({ drill }: HealthKnown, now: number): Finding {
  if (drill === undefined) return found('drill_none', 'look')
  const { at, faults } = drill
  if (faults > 0) return found('drill_failed', 'mend', { at, faults })
  const ageMs = now - at
  if (ageMs > healthLimits.drillLookMs) return found('drill_old', 'look', { at, ageMs })
  return found('drill_ok', 'ok', { at })
}

function putBackFound({ putBack }: HealthKnown, now: number): readonly Finding[] {
  if (putBack === undefined) return []
  const { at, isSettled } = putBack
  if (!isSettled) return [found('restored_unsaid', 'mend', { at })]
  return now < at + healthLimits.putBackLookMs ? [found('restored_unsaid', 'look', { at })] : []
}

function erasedFound({ erased }: HealthKnown, now: number): readonly Finding[] {
  if (erased === undefined) return []
  const { at } = erased
  const until = at + healthLimits.erasedCopiesMs
  return [
    ...(now < until ? [found('erased_copies', 'look', { at, until })] : []),
    ...erased.aside.map(aside => found('erased_aside', 'mend', { aside })),
  ]
}

function waitingFound(known: HealthKnown): readonly Finding[] {
  const { waiting, isResigning, arrivingStill, erasuresWait } = known
  const stuck = waiting
    .filter(({ count }) => count > 0)
    .map(({ work, count, triesMost, why }) =>
      found('waits', triesMost >= healthLimits.triesMend ? 'mend' : 'look', {
        ...{ work, count },
        ...(why === undefined ? {} : { why }),
      }),
    )
  const resigning = isResigning ? [found('resign_waits', 'look')] : []
  const arriving =
    arrivingStill > 0 ? [found('arriving_still', 'look', { count: arrivingStill })] : []
  const erasures = erasuresWait === undefined ? [] : [found('waits_erasures', 'look', erasuresWait)]
  const all = [...stuck, ...resigning, ...arriving, ...erasures]
  return all.length === 0 ? [found('waits_nothing', 'ok')] : all
}

function listsFound({ lists }: HealthKnown, now: number): Finding {
  if (lists === undefined) return found('lists_none', 'look')
  const { signedAt, validUntil } = lists
  if (now >= validUntil) return found('lists_ended', 'mend', { until: validUntil })
  const ageMs = now - signedAt
  if (ageMs > healthLimits.listsLookMs) return found('lists_old', 'look', { ageMs })
  return found('lists_ok', 'ok', { at: signedAt })
}

/** So many of them are named. */
const namedMost = 5

function unexplainedFound({ unexplained }: HealthKnown): readonly Finding[] {
  const count = unexplained.length
  if (count === 0) return []
  const which = unexplained.slice(0, namedMost).join('; ')
  return [
    found('lists_unexplained', 'look', { count, which: count > namedMost ? `${which} …` : which }),
  ]
}

function issuerFound({ signsAs, keys }: HealthKnown, now: number): readonly Finding[] {
  const as =
    signsAs === undefined
      ? []
      : signsAs.startsWith('did:key:')
        ? [found('issuer_key', 'look')]
        : [found('issuer_web', 'ok', { did: signsAs })]
  const ageMs = keys.madeAt === undefined ? 0 : now - keys.madeAt
  // One that is its own name can't be changed.
  const canChange = signsAs?.startsWith('did:key:') === false
  const isOld = canChange && ageMs > healthLimits.keyLookMs
  const isToldAlone = keys.alone !== undefined && now - keys.alone.at < healthLimits.aloneLookMs
  return [
    ...as,
    keys.isSealed ? found('keys_sealed', 'ok') : found('keys_open', 'look'),
    ...(isOld ? [found('key_old', 'look', { ageMs })] : []),
    ...(isToldAlone ? [found('keys_alone', 'look', { ...keys.alone })] : []),
  ]
}

function auditFound({ audit }: HealthKnown, now: number): Finding {
  if (audit === undefined) return found('audit_never', 'look')
  const { at, faults } = audit
  if (faults > 0) return found('audit_faults', 'mend', { at, faults })
  const ageMs = now - at
  if (ageMs > healthLimits.auditLookMs) return found('audit_old', 'look', { at, ageMs })
  return found('audit_ok', 'ok', { at })
}

function diskFound({ diskFreeBytes: bytes }: HealthKnown): readonly Finding[] {
  if (bytes === undefined) return []
  const { diskMendBytes, diskLookBytes } = healthLimits
  if (bytes < diskMendBytes) return [found('disk_full', 'mend', { bytes })]
  if (bytes < diskLookBytes) return [found('disk_low', 'look', { bytes })]
  return [found('disk_ok', 'ok', { bytes })]
}

/** The worst of what was found. */
export function worstOf(findings: readonly Finding[]): HealthState {
  if (findings.some(({ state }) => state === 'mend')) return 'mend'
  return findings.some(({ state }) => state === 'look') ? 'look' : 'ok'
}
