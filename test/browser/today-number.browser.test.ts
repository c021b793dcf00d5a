import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { become } from './loop-played.ts'
import { startLinkOf } from './played-demo.ts'
import { allThere } from './visit.ts'
import { openWindow, startBrowser } from './window.ts'

const demo = inject('demo')
let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await startBrowser()
  page = (await openWindow(browser, await startLinkOf(demo))).page
})
afterAll(() => browser.close())

const number = () =>
  page
    .getByRole('navigation', { name: 'Places' })
    .getByRole('link', { name: /^Today/ })
    .textContent()

/** How many lines Today itself says that need the person. */
const needs = () => page.locator('section').filter({ hasText: 'Needs you' }).locator('li').count()

test('the number beside Today is how many lines need the person, here and on every other screen', async () => {
  await become(page, 'maya')
  await page.goto(new URL('/today', demo.address).href)
  await allThere(page)
  const lines = await needs()
  expect(lines).toBeGreaterThan(0)
  await expect.poll(number, { timeout: 10_000 }).toMatch(new RegExp(`^Today${lines}`))
  await page.goto(new URL('/badges', demo.address).href)
  await allThere(page)
  await expect.poll(number, { timeout: 10_000 }).toMatch(new RegExp(`^Today${lines}`))
})

test('a line that is put off until tomorrow no longer counts', async () => {
  await page.goto(new URL('/today', demo.address).href)
  await allThere(page)
  const before = await needs()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('s')
  const left = before === 1 ? /^Today$/ : new RegExp(`^Today${before - 1}`)
  await expect.poll(number, { timeout: 10_000 }).toMatch(left)
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(number, { timeout: 10_000 }).toMatch(new RegExp(`^Today${before}`))
})
