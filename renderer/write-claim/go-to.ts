import type { Problem } from '../../core/claim/problem.ts'
import { placeOf, type Place } from './place-of.ts'

/** Goes to where something is mended: scrolls there and puts the caret in, or opens the piece of evidence. */
export function goTo(where: Problem | Place, go: (path: string) => void): void {
  const place = 'at' in where ? where : placeOf(where)
  if (place.at === 'evidence') {
    go(`/evidence/${place.id}`)
    return
  }
  const section = document.getElementById(place.id)
  section?.scrollIntoView({ block: 'start' })
  const field = place.focus === undefined ? null : document.getElementById(place.focus)
  const target = field ?? section?.querySelector<HTMLElement>('button, input, a')
  target?.focus()
}
