import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { startLinkOf } from './played-demo.ts'
import { screenOf, screens } from './screens.ts'
import { visit } from './visit.ts'
import {
  beginAlone,
  freshComputer,
  openWindow,
  startBrowser,
  zoomed,
  type Window,
} from './window.ts'

const demo = inject('demo')
/** `ZOOM_PICTURES=folder` keeps a picture of every screen. */
const pictures = process.env['ZOOM_PICTURES']
let browser: Browser
let open: Window

beforeAll(async () => {
  if (pictures !== undefined) mkdirSync(pictures, { recursive: true })
  browser = await startBrowser()
  open = await openWindow(browser, await startLinkOf(demo), zoomed)
})
afterAll(() => browser.close())

interface Wide {
  /** How far the page scrolls sideways (px). */
  readonly sidewaysPx: number
  /** What reaches beyond the window and can't be scrolled to by its own box. */
  readonly beyond: readonly string[]
}

/** What is wider than the window. A box that scrolls within itself may hold more than it shows. */
function tooWide(page: Page): Promise<Wide> {
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
    return { sidewaysPx: scrollWidth - clientWidth, beyond }
  })
}

const box = async (page: Page, selector: string) => {
  const found = await page.locator(selector).first().boundingBox()
  if (found === null) throw new Error(`${selector} is not there`)
  return found
}

test.each(screens)('at 200 % nothing of $name is beyond the window’s side', async screen => {
  const { page } = open
  await visit(page, screen, demo.played)
  if (pictures !== undefined)
    await page.screenshot({
      path: join(pictures, `${screen.name.replaceAll(/\W+/g, '-')}.png`),
      fullPage: true,
    })
  expect(await tooWide(page)).toEqual({ sidewaysPx: 0, beyond: [] })
})

const ofWork = screens.filter(({ name }) =>
  ['Today', 'a goal', 'a claim that is being written'].includes(name),
)

test.each(ofWork)('at 200 % the tabs of $name are a row and its margin is below', async screen => {
  const { page } = open
  await visit(page, screen, demo.played)
  const tabs = page.getByRole('navigation', { name: 'Places' }).getByRole('link')
  const [first, second] = [await tabs.nth(0).boundingBox(), await tabs.nth(1).boundingBox()]
  expect(first?.y).toBe(second?.y)
  expect((await box(page, 'nav')).height).toBeLessThan(zoomed.height / 3)
  const work = await box(page, '#work')
  const margin = await box(page, '#margin')
  expect(margin.y).toBeGreaterThanOrEqual(work.y + work.height)
  expect(margin.width).toBeGreaterThan(zoomed.width * 0.9)
})

test.each([
  ['a claim', 'a claim that is being written', 'Send claim'],
  ['a micro-credential', 'a micro-credential', /Start claim|Go on|Go to/],
  ['the evidence', 'the evidence', 'Add evidence'],
  ['the queue', 'the queue of a coach', /Review next|Go on reading/],
  ['a reading', 'a reading', 'Finish reading'],
  ['what waits to be issued', 'what waits to be issued', /Approve/],
  ['Verify', 'Verify before anything is dropped', 'Choose files'],
])('at 200 %% the primary action of %s can be pressed', async (_what, name, action) => {
  const { page } = open
  await visit(page, screenOf(name), demo.played)
  const button = page
    .getByRole('main')
    .getByRole('button', { name: action })
    .or(page.getByRole('main').getByRole('link', { name: action }))
    .first()
  // A trial does all that a press does, but presses nothing: in sight, still, and under nothing else.
  await button.click({ trial: true })
})

test('at 200 % the foot counts what is to fix, and leads to the margin', async () => {
  const { page } = open
  await visit(page, screenOf('a claim that is being written'), demo.played)
  await page.getByRole('contentinfo').getByRole('button', { name: '8 to fix' }).click()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('margin')
  expect((await box(page, '#margin')).y).toBeLessThan(zoomed.height / 2)
})

test('at 200 % the foot never covers what has the focus', async () => {
  const { page } = open
  await visit(page, screenOf('a claim that is being written'), demo.played)
  const covered: string[] = []
  for (let stops = 0; stops < 45; stops += 1) {
    await page.keyboard.press('Tab')
    const told = await page.evaluate(() => {
      const { activeElement } = document
      const foot = document.querySelector('footer')
      if (activeElement === null || foot === null || foot.contains(activeElement)) return undefined
      const stop = activeElement.getBoundingClientRect()
      const isCovered = stop.top >= foot.getBoundingClientRect().top
      return isCovered ? `${activeElement.tagName} ${activeElement.textContent ?? ''}` : undefined
    })
    if (told !== undefined) covered.push(told)
  }
  expect(covered).toEqual([])
})

test('at 200 % the first screen and its forms fit', async () => {
  const computer = await freshComputer()
  try {
    const { page } = await openWindow(browser, computer.startLink, zoomed)
    expect(await tooWide(page)).toEqual({ sidewaysPx: 0, beyond: [] })
    await page.getByRole('button', { name: /Join my district/ }).click()
    expect(await tooWide(page)).toEqual({ sidewaysPx: 0, beyond: [] })
    await beginAlone(page, 'Maya')
    expect(await tooWide(page)).toEqual({ sidewaysPx: 0, beyond: [] })
  } finally {
    await computer.close()
  }
})
