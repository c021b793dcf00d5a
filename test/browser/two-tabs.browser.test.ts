import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Session } from '../../contract/device/session.ts'
import { command, look, query, until } from './door.ts'
import { beginAlone, freshComputer, openWindow, startBrowser, type Computer } from './window.ts'

let browser: Browser
let computer: Computer
let first: Page
let second: Page
let claim: string

beforeAll(async () => {
  browser = await startBrowser()
  computer = await freshComputer()
  const window = await openWindow(browser, computer.startLink)
  first = window.page
  await beginAlone(first, 'Maya')
  second = await window.context.newPage()
})
afterAll(async () => {
  await browser.close()
  await computer.close()
})

const answer = (page: Page) => page.getByRole('textbox', { name: /^Your answer/ }).first()

/** What is in place in the first answer, and what stands beside it. */
async function kept() {
  const { draft, micro } = await query(first, 'claim', { claim })
  const prompt = micro?.body.parts[0]?.prompts[0]?.id ?? ''
  return { text: draft?.body.answers[prompt] ?? '', aside: draft?.body.aside?.[prompt]?.text }
}

/** Starts a claim and opens it in both tabs. */
async function openInBoth(code: string): Promise<void> {
  const { micros } = await query(first, 'micro-credentials', {})
  const micro = micros.find(row => row.body.code === code)
  if (micro === undefined) throw new Error(`no micro-credential is called ${code}`)
  const session: Session = JSON.parse(await look(first, '/api/session'))
  const person = session.person?.id ?? ''
  const made = await command(first, 'claim.start', { microCredential: micro.id, person, code })
  claim = made['claim'] ?? ''
  for (const page of [first, second]) {
    await page.goto(`${computer.address}/claims/${claim}`)
    await answer(page).waitFor()
  }
}

test('what one tab types stands in the other, where nobody writes', async () => {
  await openInBoth('every-learner-can-get-in')
  await answer(first).click()
  await first.keyboard.type('Which is bigger, and why?')
  await second.getByText('Which is bigger, and why?').waitFor()
})

test('two tabs type into the same line at once: one is in place, the other beside it, and both can be kept', async () => {
  await openInBoth('exit-ticket')
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
  await openInBoth('feedback-students-act-on')
  await answer(first).click()
  for (const line of ['One.', 'Two.']) {
    await first.keyboard.type(line)
    await first.keyboard.press('Enter')
  }
  await first.keyboard.type('Three.')
  await first.getByRole('heading', { level: 1 }).click()
  await until('all lines in the other tab', async () =>
    (await answer(second).innerText()).includes('Three.') ? true : undefined,
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
  expect(merged).toEqual({ text: 'First: One.\nTwo.\nThree. And last.', aside: undefined })
})
