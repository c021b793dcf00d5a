const goneStatuses = [403, 404, 410]

/** Whether an answer says that an address is no good any more: its time is over, or the file is not there. */
export const isGoneStatus = (status: number): boolean => goneStatuses.includes(status)

/** Asks whether an address has ended. Without an answer nothing is known, and that is no. */
export async function isGone(address: string): Promise<boolean> {
  try {
    return isGoneStatus((await fetch(address, { method: 'HEAD' })).status)
  } catch {
    return false
  }
}
