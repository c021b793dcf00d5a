import { dropUnsaved, forgetLeft, keepUnsaved, leftByClosed, unsaved } from '../door/unsaved.ts'

/** What a check-in asks, in its order. */
export const checkInFields = ['tried', 'saw', 'next'] as const
export type CheckInField = (typeof checkInFields)[number]
export type CheckInText = Readonly<Record<CheckInField, string>>

export const emptyCheckIn: CheckInText = { tried: '', saw: '', next: '' }

const nameOf = (goal: string) => `check-in.${goal}`

/** What was written for a goal in this tab and not kept yet. */
export function readCheckInDraft(goal: string): CheckInText {
  const stored = unsaved(nameOf(goal))
  return stored === undefined ? emptyCheckIn : textIn(stored)
}

/** Takes over what a closed tab had written for a goal; with more than one, the others wait. `undefined`: nothing. */
export async function takeLeftCheckIn(goal: string): Promise<CheckInText | undefined> {
  const [left] = await leftByClosed(nameOf(goal))
  // Something may have been written here while that was looked up; then the other goes on waiting.
  if (left === undefined || unsaved(nameOf(goal)) !== undefined) return undefined
  const text = textIn(left.text)
  writeCheckInDraft(goal, text)
  forgetLeft(left)
  return isEmptyCheckIn(text) ? undefined : text
}

function textIn(stored: string): CheckInText {
  try {
    const value: unknown = JSON.parse(stored)
    const fields = new Map<string, unknown>(
      typeof value === 'object' && value !== null ? Object.entries(value) : [],
    )
    const text = (field: CheckInField) => {
      const written = fields.get(field)
      return typeof written === 'string' ? written : ''
    }
    return { tried: text('tried'), saw: text('saw'), next: text('next') }
  } catch {
    // Cut short by another program: nothing of it can be read.
    return emptyCheckIn
  }
}

/** Keeps each stroke until the check-in itself is kept; an empty one leaves nothing behind. */
export function writeCheckInDraft(goal: string, text: CheckInText): void {
  if (isEmptyCheckIn(text)) dropUnsaved(nameOf(goal))
  else keepUnsaved(nameOf(goal), JSON.stringify(text))
}

export const isEmptyCheckIn = (text: CheckInText) =>
  `${text.tried}${text.saw}${text.next}`.trim() === ''
