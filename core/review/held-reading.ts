import type { Claim } from '../claim/record.ts'
import { holder } from '../kit/loads.ts'
import { readingName, ReviewRecord } from './record.ts'

/** The reading that is open of a claim's last attempt, for a command to load. The computer of its owner has none. */
export const heldReading = (id: string, { attempts }: Claim) =>
  holder(ReviewRecord, readingName(1, id, attempts.at(-1)?.n ?? 0))
