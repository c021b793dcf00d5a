import type { Page } from 'playwright-core'

/** What reaches beyond a window’s side. */
export interface Wide {
  /** How far the page scrolls sideways (px). */
  readonly sidewaysPx: number
  /** What reaches beyond the window and can't be scrolled to by its own box, and places of the frame that scroll sideways. */
  readonly beyond: readonly string[]
}

/** What is wider than the window. A box that scrolls within itself may hold more than it shows. */
export function tooWide(page: Page): Promise<Wide> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement
    const isHeld = (element: Element): boolean => {
      for (let box = element.parentElement; box !== null; box = box.parentElement)
        if (getComputedStyle(box).overflowX !== 'visible') return true
      return false
    }
    const isSeen = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    const beyond = [...document.querySelectorAll('main *, aside *, nav *, footer *')]
      .filter(element => element.getBoundingClientRect().right > clientWidth + 1)
      .filter(element => isSeen(element) && !isHeld(element))
      .map(element => `${element.tagName} ${(element.textContent ?? '').slice(0, 40)}`)
    // A bar along a pane's foot is in the way where bars are always shown.
    const sideways = [...document.querySelectorAll('nav, main, aside')]
      .filter(pane => ['auto', 'scroll'].includes(getComputedStyle(pane).overflowX))
      .filter(pane => pane.scrollWidth > pane.clientWidth)
      .map(pane => `${pane.tagName} scrolls sideways by ${pane.scrollWidth - pane.clientWidth}`)
    beyond.push(...sideways)
    return { sidewaysPx: scrollWidth - clientWidth, beyond }
  })
}
