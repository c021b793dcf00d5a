import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { command, query, until } from './door.ts'
import { aStage } from './stage.ts'

const stage = aStage()
let address: string
let context: BrowserContext
let page: Page
let complaints: readonly string[]
let goal: string

beforeAll(async () => {
  ;({ page, context, complaints, address } = await stage.alone('Maya'))
  const made = await command(page, 'goal.add', {
    ...{ layer: 'team', title: 'Ask, then wait', why: '', serves: [], competencies: [] },
  })
  goal = made['goal'] ?? ''
  for (const [title, due] of [
    ['Wach how Jonah opens', '2026-11-20'],
    ['Count to five', '2026-11-21'],
  ] as const)
    await command(page, 'activity.add', { goal, title, due })
})

const isFocused = (element: Element) => element === document.activeElement
const activities = async () =>
  (await query(page, 'goal', { goal })).activities.map(({ body }) => [body.title, body.due])

test('a goal that was begun for the team is made one’s own', async () => {
  await page.goto(`${address}/goals/${goal}`)
  const whose = page.getByRole('combobox', { name: 'Whose goal is it?' })
  await expect.poll(() => whose.inputValue()).toBe('team')
  await whose.selectOption({ label: 'Mine' })
  await until('the goal as one’s own', async () =>
    (await query(page, 'goal', { goal })).goal?.body.layer === 'personal' ? true : undefined,
  )
  await expect.poll(() => whose.inputValue()).toBe('personal')
})

test('a slip in what is to be done is put right in its line, and its day with it', async () => {
  await page.getByRole('button', { name: 'Change “Wach how Jonah opens”' }).click()
  const what = page.getByRole('textbox', { name: 'What to do' })
  await expect.poll(() => what.evaluate(isFocused)).toBe(true)
  await what.fill('')
  await page.keyboard.press('Enter')
  await page.getByText('Write what to do first.').waitFor()
  await what.fill('Watch how Jonah opens')
  await page.getByLabel('By when (if it has a date)').fill('')
  await page.keyboard.press('ControlOrMeta+Enter')
  const change = page.getByRole('button', { name: 'Change “Watch how Jonah opens”' })
  await change.waitFor()
  await expect.poll(() => change.evaluate(isFocused)).toBe(true)
  await expect.poll(activities).toContainEqual(['Watch how Jonah opens', undefined])
  await change.click()
  await what.fill('Something else')
  await page.keyboard.press('Escape')
  await change.waitFor()
  await expect.poll(activities).toContainEqual(['Watch how Jonah opens', undefined])
})

test('a line of Today is put off by its own button too, and the focus goes on to the next', async () => {
  await command(page, 'activity.add', { goal, title: 'Read the tickets', due: '2026-11-22' })
  await page.goto(`${address}/today`)
  const lineOf = (title: string) => page.getByRole('listitem').filter({ hasText: title })
  const first = lineOf('Count to five')
  const button = first.getByRole('button', { name: /^Not today ?: Count to five/ })
  await button.waitFor()
  await page.mouse.move(0, 0)
  const shown = () =>
    button.evaluate(element => getComputedStyle(element.parentElement ?? element).opacity)
  await expect.poll(shown).toBe('0')
  await first.hover()
  await expect.poll(shown).toBe('1')
  await button.focus()
  await page.keyboard.press('Enter')
  await first.waitFor({ state: 'detached' })
  await expect
    .poll(() => lineOf('Read the tickets').getByRole('link').evaluate(isFocused))
    .toBe(true)
  await page.keyboard.press('s')
  await lineOf('Read the tickets').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Show now' }).click()
  await first.waitFor()
  expect(complaints).toEqual([])
})

test('where nothing can hover, the button stands there always', async () => {
  const state = await context.storageState()
  const tablet = await stage.page({ storageState: state, hasTouch: true, isMobile: true })
  await tablet.goto(`${address}/today`)
  const button = tablet.getByRole('button', { name: /^Not today ?: Count to five/ })
  await button.waitFor()
  expect(
    await button.evaluate(element => getComputedStyle(element.parentElement ?? element).opacity),
  ).toBe('1')
})
