import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { command, query, until } from './door.ts'
import { beginAlone, freshComputer, openWindow, startBrowser, type Computer } from './window.ts'

const prompt = 'ticket-question'
let browser: Browser
let computer: Computer
let first: Page
let second: Page
let claim: string

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser.close())

beforeEach(async () => {
  computer = await freshComputer()
  const window = await openWindow(browser, computer.startLink)
  first = window.page
  await beginAlone(first, 'Maya')
  claim = await startClaim(first)
  await first.goto(`${computer.address}/claims/${claim}`)
  second = await window.context.newPage()
  await second.goto(`${computer.address}/claims/${claim}`)
  await answer(second).waitFor()
})
afterEach(() => computer.close())

const answer = (page: Page) => page.getByRole('textbox', { name: /What was your exit question/ })

/** What is in place, and what stands beside it. */
async function kept() {
  const { draft } = await query(first, 'claim', { claim })
  return { text: draft?.body.answers[prompt] ?? '', aside: draft?.body.aside?.[prompt]?.text }
}

async function startClaim(page: Page): Promise<string> {
  const { micros } = await query(page, 'micro-credentials', {})
  const micro = micros.find(row => row.body.code === 'exit-ticket')
  const session: { person: { id: string } } = await page.evaluate(async () => {
    const secret = localStorage.getItem('meritfolio.secret') ?? ''
    return (await fetch('/api/session', { headers: { 'x-meritfolio': secret } })).json()
  })
  if (micro === undefined) throw new Error('nothing to claim')
  const { code } = micro.body
  const input = { microCredential: micro.id, person: session.person.id, code }
  const { claim: made } = await command(page, 'claim.start', input)
  if (made === undefined) throw new Error('no claim')
  return made
}

test('what one tab types stands in the other, where nobody writes', async () => {
  await answer(first).click()
  await first.keyboard.type('Which is bigger, and why?')
  await second.getByText('Which is bigger, and why?').waitFor()
})

test('two tabs type into the same line at once: one is in place, the other beside it, neither is lost', async () => {
  // Both have their caret in the empty answer before either writes.
  await answer(second).click()
  await answer(first).click()
  await first.keyboard.type('The first tab says this.', { delay: 5 })
  await until('the first text on disk', async () =>
    (await kept()).text === 'The first tab says this.' ? true : undefined,
  )
  await second.keyboard.type('The second tab says that.', { delay: 5 })
  const both = await until('both texts on disk', async () => {
    const now = await kept()
    return now.aside?.endsWith('that.') === true ? now : undefined
  })
  expect(both).toEqual({ text: 'The first tab says this.', aside: 'The second tab says that.' })
})

test('both versions are shown, and keeping both puts them into the answer', async () => {
  await answer(second).click()
  await answer(first).click()
  await first.keyboard.type('The first tab says this.', { delay: 5 })
  await second.keyboard.type('The second tab says that.', { delay: 5 })
  await second.getByRole('heading', { level: 1 }).click()
  await second.getByText('Both are kept.').waitFor()
  await second.getByRole('button', { name: 'Keep both' }).click()
  const settled = await until('one text', async () => {
    const now = await kept()
    return now.aside === undefined ? now.text : undefined
  })
  expect(settled).toContain('The first tab says this.')
  expect(settled).toContain('The second tab says that.')
})

test('two tabs type into different lines: both go into the one text', async () => {
  await answer(first).click()
  await first.keyboard.type('One.')
  await first.keyboard.press('Enter')
  await first.keyboard.type('Two.')
  await first.getByRole('heading', { level: 1 }).click()
  await until('both lines in the other tab', async () =>
    (await answer(second).innerText()).includes('Two.') ? true : undefined,
  )
  await answer(second).click()
  await second.keyboard.press('ControlOrMeta+End')
  await answer(first).click()
  await first.keyboard.press('ControlOrMeta+Home')
  await first.keyboard.type('First: ', { delay: 5 })
  await until('the first line on disk', async () =>
    (await kept()).text.startsWith('First: ') ? true : undefined,
  )
  await second.keyboard.type(' And last.', { delay: 5 })
  const merged = await until('a merged text', async () => {
    const now = await kept()
    return now.text.endsWith('last.') ? now : undefined
  })
  expect(merged).toEqual({ text: 'First: One.\nTwo. And last.', aside: undefined })
})
