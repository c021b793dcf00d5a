import type { Place } from './place-of.ts'

/** Goes to where something is mended: scrolls there and puts the caret in, or opens the piece of evidence. */
export function goTo(place: Place, go: (path: string) => void): void {
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
