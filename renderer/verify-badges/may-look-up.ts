import type { RowWhole } from '../../contract/device/verifying.ts'

/** What isn't known because it is not here, or has become too old here: the network may have it. */
const notHere: readonly string[] = [
  'NOT_RETRIEVED',
  'KEY_NOT_AVAILABLE',
  'KEY_STALE',
  'STATUS_RETRIEVAL_ERROR',
  'STALE',
  'LIST_EXPIRED',
  'OLDER_THAN_SEEN',
]

/** Whether asking the network could tell more of a badge; once it was asked, checking again asks it anew. */
export const mayLookUp = ({
  row,
  verified,
  asksNetwork,
}: Pick<RowWhole, 'row' | 'verified' | 'asksNetwork'>): boolean =>
  !asksNetwork &&
  verified !== undefined &&
  row.standing === 'unknown' &&
  Object.values(verified.marks).some(
    ({ outcome, code }) => outcome === 'unknown' && notHere.includes(code),
  )
