import { useEffect, useRef, type RefObject } from 'react'
import { goalBeside, type Strata } from './strata.ts'

const arrows = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] as const

/** Arrows move the focus from goal to goal (`data-goal`): up and down along the links, sideways in the layer. */
export function useFollowLinks(picture: RefObject<HTMLElement | null>, strata: Strata): void {
  const newest = useRef(strata)
  newest.current = strata
  useEffect(() => {
    const element = picture.current
    const onKey = (event: KeyboardEvent) => {
      const arrow = arrows.find(one => one === event.key)
      const from = document.activeElement?.getAttribute('data-goal') ?? undefined
      if (arrow === undefined || from === undefined) return
      const to = goalBeside(newest.current, from, arrow)
      if (to === undefined) return
      event.preventDefault()
      element?.querySelector<HTMLElement>(`[data-goal="${CSS.escape(to)}"]`)?.focus()
    }
    element?.addEventListener('keydown', onKey)
    return () => element?.removeEventListener('keydown', onKey)
  }, [picture])
}
