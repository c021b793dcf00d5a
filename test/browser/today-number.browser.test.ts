import type { Page } from 'playwright-core'
import { beforeAll, expect, inject, onTestFinished, test } from 'vitest'
import { command, query, until } from './door.ts'
import { become } from './loop-played.ts'
import { allThere } from './visit.ts'
import { aStage } from './stage.ts'

const demo = inject('demo')
const stage = aStage()
let page: Page

beforeAll(async () => {
  ;({ page } = await stage.demo())
})

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
  await expect.poll(number).toMatch(new RegExp(`^Today${lines}`))
  await page.goto(new URL('/badges', demo.address).href)
  await allThere(page)
  await expect.poll(number).toMatch(new RegExp(`^Today${lines}`))
})

test('it comes also where something changed while it was first read', async () => {
  await page.goto(new URL('/today', demo.address).href)
  await allThere(page)
  const lines = await needs()
  let asked = 0
  const answers = Promise.withResolvers<void>()
  onTestFinished(() => page.unroute('**/api/queries/today'))
  await page.route('**/api/queries/today', async route => {
    asked += 1
    await answers.promise
    await route.continue().catch(() => 'the window no longer waits for it')
  })
  await page.goto(new URL('/badges', demo.address).href)
  await expect.poll(() => asked).toBeGreaterThan(0)
  const { piece: evidence } = demo.played
  const { line } = await query(page, 'evidence', { evidence })
  const happenedOn = line?.row.body.happenedOn
  // Until the window hears of one: it may have just begun to listen.
  await until('a second question', async () => {
    await command(page, 'evidence.describe', { evidence, set: { happenedOn } })
    return asked > 1 ? true : undefined
  })
  answers.resolve()
  await expect.poll(number).toMatch(new RegExp(`^Today${lines}`))
})

test('a line that is put off until tomorrow no longer counts', async () => {
  await page.goto(new URL('/today', demo.address).href)
  await allThere(page)
  const before = await needs()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('s')
  const left = before === 1 ? /^Today$/ : new RegExp(`^Today${before - 1}`)
  await expect.poll(number).toMatch(left)
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(number).toMatch(new RegExp(`^Today${before}`))
})
