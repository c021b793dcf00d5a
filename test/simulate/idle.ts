/** Turns of the event loop without anything under way outside of it, after which nothing goes on by itself. */
const quietTurns = 6
/** Where a test's own timers come and go, nobody waits for them longer than so many turns. */
const turnsMost = 20_000

let leastTimers = Number.POSITIVE_INFINITY

/**
 * Resolves when all programs of a run wait for something that the run decides: a timer of theirs, the network, their turn
 * at the database. What they have at the disk is waited for, and so is a badge whose canonical form is being made (it has
 * a timer of the process as its limit), so that all of it ends within the same step whenever a seed is played.
 */
export async function idle(): Promise<void> {
  for (let turns = 0, all = 0; turns < quietTurns && all < turnsMost;) {
    await new Promise(resolve => setImmediate(resolve))
    const { isAtDisk, isTimed } = underWay()
    turns = isAtDisk || isTimed ? 0 : turns + 1
    // On a busy machine a disk takes as long as it takes: going on without it, no seed would replay.
    if (!isAtDisk) all++
  }
}

function underWay(): { readonly isAtDisk: boolean; readonly isTimed: boolean } {
  let timers = 0
  let isAtDisk = false
  for (const name of process.getActiveResourcesInfo()) {
    if (name === 'Timeout') timers++
    isAtDisk ||= name.includes('Req')
  }
  leastTimers = Math.min(leastTimers, timers)
  return { isAtDisk, isTimed: timers > leastTimers }
}
