/** One list of evidence by day: a person's, all of it or what serves one goal, in use or in the trash. */
export interface Timeline {
  readonly owner: string
  readonly trashed: boolean
  readonly goal?: string | undefined
}

/** What of a piece decides where it stands; `record.ts` has the whole. */
interface Dated {
  readonly owner: string
  readonly happenedOn: string
  readonly addedAt: number
  readonly trashedAt?: number | undefined
  readonly deletedAt?: number | undefined
  readonly goals: Readonly<Record<string, boolean>>
}

/** Digits of a time (epoch ms) in a place, so that places sort as times do. */
const timeDigits = 15

/**
 * How all places in a timeline begin. A place is text that sorts as the timeline does, so that one index holds every
 * timeline and a page is a walk along it.
 */
export const timelinePrefix = ({ owner, trashed, goal }: Timeline): string =>
  `${encodeURIComponent(owner)} ${trashed ? 1 : 0} ${encodeURIComponent(goal ?? '')} `

/** Where a piece stands in a timeline: by its day, and within a day by when it was added. */
export const placeIn = (timeline: Timeline, body: Dated): string =>
  timelinePrefix(timeline) + dayAndTime(body)

/** The places of a piece in all timelines that hold it; the one of everything first. What is deleted stands in none. */
export function placesOf(body: Dated): readonly string[] {
  if (body.deletedAt !== undefined) return []
  const timeline = { owner: body.owner, trashed: body.trashedAt !== undefined }
  const goals = Object.keys(body.goals).filter(goal => body.goals[goal] === true)
  return [undefined, ...goals].map(goal => placeIn({ ...timeline, goal }, body))
}

function dayAndTime({ happenedOn, addedAt }: Dated): string {
  const time = String(Math.max(0, Math.round(addedAt))).padStart(timeDigits, '0')
  return `${encodeURIComponent(happenedOn)} ${time}`
}
