const backupEveryMs = 24 * 3_600_000

/**
 * Whether it is time for a copy (epoch ms both). Also where the last is from later than now: the clock was ahead then and
 * has been put right, and for as long as it was ahead there would be none.
 */
export const isBackupDue = (lastMs: number, nowMs: number): boolean =>
  nowMs - lastMs >= backupEveryMs || nowMs < lastMs
