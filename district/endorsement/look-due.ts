import type { Endorsement } from '../../core/endorsement/record.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
/** So long (ms) an officer waits for what they read in; whoever has not answered by then is asked like the others. */
const eagerMs = 3 * dayMs

/**
 * Whether the district looks again, at `now` (epoch ms): each hour at what was offered lately, once a day at what is older and
 * at what is shown, since whoever said it may revoke it. What was never looked at is another's task; a verdict from a clock
 * that was ahead counts for nothing.
 */
export function isLookDue(
  { state, offeredAt, verdict }: Pick<Endorsement, 'state' | 'offeredAt' | 'verdict'>,
  now: number,
): boolean {
  if (verdict === undefined) return false
  const isEager = state === 'offered' && now - offeredAt < eagerMs
  return now < verdict.at || now - verdict.at >= (isEager ? hourMs : dayMs)
}
