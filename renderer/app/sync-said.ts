import type { SyncState } from '../../contract/device/session.ts'
import type { Words } from '../../words/words.ts'

/** The station at which the work stands. */
export function stationOf(sync: SyncState): 'here' | 'sending' | 'record' | 'needs' {
  if (needsAt(sync) !== undefined) return 'needs'
  return sync.state === 'alone' ? 'here' : sync.state
}

/** Why only the person can end that the district is away; a network comes back by itself. */
const awayForGood = ({ away }: SyncState): 'revoked' | 'upgrade' | 'key' | undefined =>
  away === 'revoked' || away === 'upgrade' || away === 'key' ? away : undefined

const lackingRoom = ({ room }: SyncState): number => room?.lackingCount ?? 0

/** Where it is told why something needs the person, and what to do; `undefined` where nothing does. */
export function needsAt(sync: SyncState): '/today' | '/settings/district' | undefined {
  if (awayForGood(sync) !== undefined) return '/settings/district'
  if (sync.refusedCount > 0) return '/today'
  const isAsked = sync.heldCount !== undefined || lackingRoom(sync) > 0
  return isAsked ? '/settings/district' : undefined
}

/** The save words of experience.md §2, and only these. */
export function syncSaid(words: Words, sync: SyncState): string {
  const said = words.saving
  const forGood = awayForGood(sync)
  if (forGood !== undefined) return said.away[forGood]
  if (sync.refusedCount > 0) return said.needs({ count: sync.refusedCount })
  if (sync.heldCount !== undefined) return said.held({ count: sync.heldCount })
  if (sync.waitsUntil !== undefined) return said.waits({ untilMs: sync.waitsUntil })
  if (lackingRoom(sync) > 0) return said.room({ count: lackingRoom(sync) })
  if (sync.away !== undefined && sync.waitingCount > 0) return said.away[sync.away]
  if (sync.stuckCount !== undefined) return said.stuck({ count: sync.stuckCount })
  if (sync.aheadCount !== undefined) return said.ahead({ count: sync.aheadCount })
  if (sync.laterCount !== undefined) return said.later({ count: sync.laterCount })
  if (sync.arriving !== undefined) return said.arriving(sync.arriving)
  if (sync.skewMs !== undefined) return said.clockOff({ ms: sync.skewMs })
  switch (sync.state) {
    case 'alone':
    case 'here':
    case 'needs':
      return said.here
    case 'sending':
      return sync.files.all > 0 ? said.sendingFiles(sync.files) : said.sending
    case 'record':
      return sync.recordAt === undefined ? said.here : said.record({ atMs: sync.recordAt })
  }
}
