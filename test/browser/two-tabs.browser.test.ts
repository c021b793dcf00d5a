import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { command, query, until } from './door.ts'
import { aStage } from './stage.ts'

const stage = aStage()
let address: string
let context: BrowserContext
let first: Page
let second: Page
let claim: string

beforeAll(async () => {
  ;({ page: first, context, address } = await stage.alone('Maya'))
  second = await context.newPage()
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
  const made = await command(first, 'claim.start', { microCredential: micro.id, code })
  claim = made['claim'] ?? ''
  for (const page of [first, second]) {
    await page.goto(`${address}/claims/${claim}`)
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

const heldBack = 'This window still holds words that were not saved'

/** A tab at the claim whose strokes don't reach the disk. */
async function tabWithoutDisk(): Promise<Page> {
  const page = await context.newPage()
  await page.route('**/api/commands', route => route.abort())
  await page.goto(`${address}/claims/${claim}`)
  await answer(page).click()
  return page
}

test('each tab keeps its own unsaved words: those of a closed one are offered, those of an open one stay there', async () => {
  await openInBoth('questions-that-reveal-thinking')
  const closed = await tabWithoutDisk()
  await closed.keyboard.type('Words of the closed tab.')
  const open = await tabWithoutDisk()
  await open.keyboard.type('Words of the open tab.')
  for (const page of [closed, open]) await page.getByText('Kept in this window').first().waitFor()
  await closed.close()

  await second.reload()
  const note = second.getByRole('alert').filter({ hasText: heldBack })
  await note.getByText('“Words of the closed tab.”').waitFor()
  expect(await second.getByText('Words of the open tab.').count()).toBe(0)
  await note.getByRole('button', { name: 'Put them in' }).click()
  await until('the words of the closed tab on disk', async () =>
    (await kept()).text === 'Words of the closed tab.' ? true : undefined,
  )
  await second.reload()
  await answer(second).waitFor()
  expect(await second.getByText(heldBack).count()).toBe(0)

  await open.unroute('**/api/commands')
  await until('the words of the open tab beside them', async () =>
    (await kept()).aside === 'Words of the open tab.' ? true : undefined,
  )
  await open.close()
})

test('what an open tab keeps is offered in the other as soon as it is closed, without a reload', async () => {
  const third = await tabWithoutDisk()
  await third.keyboard.type('Words until it closes.')
  await third.getByText('Kept in this window').first().waitFor()
  await second.reload()
  await answer(second).waitFor()
  const offered = second.getByRole('alert').getByText(/Words until it closes\./)
  expect(await offered.count()).toBe(0)
  await third.close()
  await offered.waitFor()
  await second.getByRole('button', { name: 'Leave them out' }).click()
  await offered.waitFor({ state: 'detached' })
})

test('an answer that is too long is refused in a sentence, stays on the screen, and is kept once it is shorter', async () => {
  await second.reload()
  await answer(second).click()
  await second.keyboard.press('ControlOrMeta+A')
  await second.keyboard.insertText('Far too long. '.repeat(5_000))
  const told = second.getByRole('alert').filter({ hasText: 'at most 60,000 are kept' })
  await told.waitFor()
  await expect.poll(() => answer(second).innerText()).toContain('Far too long.')
  expect((await kept()).text).toBe('Words of the closed tab.')
  await second.keyboard.press('ControlOrMeta+A')
  await second.keyboard.insertText('Short again.')
  await until('the short text on disk', async () =>
    (await kept()).text === 'Short again.' ? true : undefined,
  )
  await told.waitFor({ state: 'detached' })
})

test('two versions of the note to the coach are named in the margin, stand side by side, and one is chosen', async () => {
  const note = { claim, prompt: 'note', on: '2026-11-24', base: '' }
  await command(first, 'claim.write', { ...note, text: 'I measured twice.' })
  await command(first, 'claim.write', { ...note, text: 'I measured once.' })
  const margin = second.getByRole('complementary')
  const named = margin.getByRole('listitem').filter({ hasText: 'Two versions of your note' })
  await named.getByRole('button', { name: 'Choose' }).click()
  const section = second.locator('#prompt-note')
  await section.getByText('Both are kept.').waitFor()
  await expect.poll(() => section.locator('#answer-note').evaluate(isFocused)).toBe(true)
  await section.getByRole('button', { name: 'Keep the other' }).click()
  await named.waitFor({ state: 'detached' })
  const { draft } = await query(first, 'claim', { claim })
  expect([draft?.body.note, draft?.body.aside?.['note']]).toEqual(['I measured once.', undefined])
})

const isFocused = (element: Element) => element === document.activeElement
