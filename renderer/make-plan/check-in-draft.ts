/** What a check-in asks, in its order. */
export const checkInFields = ['tried', 'saw', 'next'] as const
export type CheckInField = (typeof checkInFields)[number]
export type CheckInText = Readonly<Record<CheckInField, string>>

export const emptyCheckIn: CheckInText = { tried: '', saw: '', next: '' }

const placeOf = (goal: string) => `meritfolio.unsaved.check-in.${goal}`

/** What was written for a goal and not kept yet, on this computer. */
export function readCheckInDraft(goal: string): CheckInText {
  const stored = localStorage.getItem(placeOf(goal))
  if (stored === null) return emptyCheckIn
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
  if (isEmptyCheckIn(text)) localStorage.removeItem(placeOf(goal))
  else localStorage.setItem(placeOf(goal), JSON.stringify(text))
}

export const isEmptyCheckIn = (text: CheckInText) =>
  `${text.tried}${text.saw}${text.next}`.trim() === ''
