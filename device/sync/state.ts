import type { AuditSeen, Going, SyncState } from '../../contract/device/session.ts'
import type { PendingState } from '../../db/device-store/outbox.ts'
import { wireLimits } from '../../contract/sync/version.ts'
import type { AwayReason } from './away.ts'

/** What the words about sync follow from. */
export interface SyncFacts {
  readonly joined: boolean
  readonly outbox: readonly PendingState[]
  /** What is held here, to be taken back or to go in a moment. */
  readonly going: readonly Going[]
  readonly files: { readonly sent: number; readonly all: number }
  readonly away: AwayReason | undefined
  readonly recordAt: number | undefined
  readonly skewMs: number
  /** Records that a pull would take away, held back until the person agrees. */
  readonly heldCount: number
  /** Commands that the district could not take in many tries; they are tried again, less often. */
  readonly stuckCount: number
  /** Commands that have long waited for other work, which another computer may have to bring. */
  readonly laterCount: number
  /** Commands that wait for a newer program in the district. */
  readonly aheadCount: number
  readonly arriving: SyncState['arriving'] | undefined
  readonly copy: Required<SyncState>['copy'] | undefined
  readonly room: SyncState['room'] | undefined
  readonly audit: AuditSeen | undefined
  /** This computer waits for a yes until then. */
  readonly waitsUntil: number | undefined
}

/** How sync stands, in the terms of the screens. */
export function syncStateOf(facts: SyncFacts): SyncState {
  const waiting = facts.outbox.filter(state => state !== 'refused' && state !== 'applied')
  const refusedCount = facts.outbox.filter(state => state === 'refused').length
  const heldHere = facts.going.reduce((sum, { count }) => sum + count, 0)
  // What is held is not on its way: it waits here for its time.
  const isSending = waiting.length > heldHere || facts.files.sent < facts.files.all
  // What hangs on files that are still going goes with them.
  const laterCount = facts.files.sent < facts.files.all ? 0 : facts.laterCount
  const isSkewed = Math.abs(facts.skewMs) > wireLimits.clockSkewMs
  return {
    state: stateOf({ ...facts, laterCount }, refusedCount, isSending),
    files: facts.files,
    waitingCount: waiting.length,
    ...(facts.going.length > 0 ? { going: facts.going } : {}),
    refusedCount,
    recordAt: facts.recordAt,
    away: facts.away,
    skewMs: isSkewed ? facts.skewMs : undefined,
    ...(facts.heldCount > 0 ? { heldCount: facts.heldCount } : {}),
    ...(facts.stuckCount > 0 ? { stuckCount: facts.stuckCount } : {}),
    ...(laterCount > 0 ? { laterCount } : {}),
    ...(facts.aheadCount > 0 ? { aheadCount: facts.aheadCount } : {}),
    ...(facts.arriving === undefined ? {} : { arriving: facts.arriving }),
    ...(facts.copy === undefined ? {} : { copy: facts.copy }),
    ...(facts.room === undefined ? {} : { room: facts.room }),
    ...(facts.audit === undefined ? {} : { audit: facts.audit }),
    ...(facts.waitsUntil === undefined ? {} : { waitsUntil: facts.waitsUntil }),
  }
}

/** What waits for the person and not for the network. */
const personsOwn: readonly AwayReason[] = ['revoked', 'upgrade', 'key']

function stateOf(facts: SyncFacts, refusedCount: number, isSending: boolean): SyncState['state'] {
  if (!facts.joined) return 'alone'
  const needsPerson =
    (facts.away !== undefined && personsOwn.includes(facts.away)) ||
    facts.heldCount > 0 ||
    (facts.room?.lackingCount ?? 0) > 0
  if (refusedCount > 0 || needsPerson) return 'needs'
  // What is stuck is not on its way, whatever waits beside it: it is here.
  const isKept = facts.aheadCount > 0 || facts.laterCount > 0 || facts.waitsUntil !== undefined
  if (facts.stuckCount > 0 || isKept) return 'here'
  if (isSending) return facts.away === undefined ? 'sending' : 'here'
  const isHere = facts.recordAt === undefined || facts.going.length > 0
  return isHere || facts.arriving !== undefined ? 'here' : 'record'
}
