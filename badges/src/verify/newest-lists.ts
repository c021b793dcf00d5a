import type { Report } from './report.ts'

/**
 * Takes from reports when each status list was made, so that a later verification does not go back to
 * an older one (`newestLists` of a bundle). Only lists that were signed, and valid at the time, count.
 *
 * @param before what was known already; the later time of each address stays.
 * @returns address → epoch ms.
 */
export function newestListsOf(
  reports: Iterable<Report>,
  before: ReadonlyMap<string, number> = new Map(),
): ReadonlyMap<string, number> {
  const newest = new Map(before)
  for (const report of reports) {
    for (const { id, about, facts } of report.checks) {
      const madeAt = facts?.['madeAt']
      if (id === 'statusList.age' && typeof madeAt === 'number')
        newest.set(about, Math.max(madeAt, newest.get(about) ?? madeAt))
    }
    for (const [url, madeAt] of newestListsOf(report.parts, newest)) newest.set(url, madeAt)
  }
  return newest
}
