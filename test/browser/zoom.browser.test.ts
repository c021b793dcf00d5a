import type { Page } from 'playwright-core'
import { beforeAll, expect, inject, test } from 'vitest'
import { screenOf, screens } from './screens.ts'
import { tooWide } from './too-wide.ts'
import { visit } from './visit.ts'
import { beginAlone, zoomed } from './window.ts'
import { aStage, type Seat } from './stage.ts'

const demo = inject('demo')
const stage = aStage()
let open: Seat

beforeAll(async () => {
  open = await stage.demo(zoomed)
})

const box = async (page: Page, selector: string) => {
  const found = await page.locator(selector).first().boundingBox()
  if (found === null) throw new Error(`${selector} is not there`)
  return found
}

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

// Every other screen: `zoom.browser.deep.test.ts`.
test.each([
  ['a claim', 'a claim that is being written', 'Send claim'],
  ['a micro-credential', 'a micro-credential', /Start claim|Go on|Go to/],
  ['the evidence', 'the evidence', 'Add evidence'],
  ['the queue', 'the queue of a coach', /Review next|Go on reading/],
  ['a reading', 'a reading', 'Finish reading'],
  ['what waits to be issued', 'what waits to be issued', /Approve/],
  ['Verify', 'Verify before anything is dropped', 'Choose files'],
])(
  'at 200 %% nothing of %s is beyond the window’s side, and its primary action can be pressed',
  async (_what, name, action) => {
    const { page } = open
    await visit(page, screenOf(name), demo.played)
    expect(await tooWide(page)).toEqual({ sidewaysPx: 0, beyond: [] })
    const button = page
      .getByRole('main')
      .getByRole('button', { name: action })
      .or(page.getByRole('main').getByRole('link', { name: action }))
      .first()
    // A trial does all that a press does, but presses nothing: in sight, still, and under nothing else.
    await button.click({ trial: true })
  },
)

test('at 200 % the foot counts what is to fix, and leads to the margin', async () => {
  const { page } = open
  await visit(page, screenOf('a claim that is being written'), demo.played)
  await page.getByRole('contentinfo').getByRole('button', { name: '8 to fix' }).click()
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('margin')
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
  const { page } = await stage.fresh(zoomed)
  expect(await tooWide(page)).toEqual({ sidewaysPx: 0, beyond: [] })
  await page.getByRole('button', { name: /Join my district/ }).click()
  expect(await tooWide(page)).toEqual({ sidewaysPx: 0, beyond: [] })
  await beginAlone(page, 'Maya')
  expect(await tooWide(page)).toEqual({ sidewaysPx: 0, beyond: [] })
})
