import type { ListPlace } from '../index-table/list.ts'

/** The most letters of a place as it is handed out. */
export const placeCharsMax = 1_000

/** A place as it is handed out and comes back: its value holds no line break. */
export const nextOf = ({ value, id }: ListPlace): string => `${value}\n${id}`

/** The place that a page goes on after. */
export function placeAt({ after }: { readonly after?: string }): ListPlace | undefined {
  const [value, id] = after?.split('\n') ?? []
  return value === undefined || id === undefined ? undefined : { value, id }
}

/** Whether a place comes after another, in a list that ends with the least. */
export function isBeyond(place: ListPlace, other: ListPlace): boolean {
  const [value, otherValue] = [String(place.value), String(other.value)]
  return value === otherValue ? place.id < other.id : value < otherValue
}
