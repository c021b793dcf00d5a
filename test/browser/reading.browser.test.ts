import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { beforeAll, expect, inject, test } from 'vitest'
import { found } from './axe-found.ts'
import type { EvidenceFile } from '../../core/evidence/record.ts'
import { ask, command, query, until } from './door.ts'
import { become } from './loop-played.ts'
import { allThere } from './visit.ts'
import { aStage, type Seat } from './stage.ts'

const demo = inject('demo')
const stage = aStage()
let open: Seat
let page: Page
beforeAll(async () => {
  open = await stage.demo({ width: 1366, height: 420 })
  page = open.page
  await become(page, 'jonah')
})

const goTo = async (path: string) => {
  await page.goto(new URL(path, demo.address).href)
  await allThere(page)
}
const opened = (name: string) => page.getByRole('tab', { name, selected: true }).waitFor()
const judged = (n: number) => page.getByText(new RegExp(`^Criterion ${n} of`)).waitFor()
const panel = () => page.getByRole('tabpanel')
const focused = () => page.evaluate(() => document.activeElement?.id)

test('the evidence follows the criterion by keys and by pointer; the focus stays in its pane', async () => {
  await goTo(`/review/${demo.played.reading}`)
  await judged(1)
  await opened('The question and why')
  await expect.poll(focused).toBe('work')
  await page.keyboard.press('j')
  await judged(2)
  await opened('Tickets in three piles')
  await expect.poll(focused).toBe('work')
  await page.getByRole('button', { name: /^3/ }).click()
  await judged(3)
  await opened('What changed')
  await expect.poll(focused).toBe('open-criterion')
  await page.keyboard.press('k')
  await opened('Tickets in three piles')
  await expect.poll(focused).toBe('open-criterion')
  expect(await found(open)).toEqual([])
})

test('who pressed beside everything and has the focus nowhere goes on by keys all the same', async () => {
  await page.getByRole('heading', { level: 1 }).click()
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
  await page.keyboard.press('j')
  await judged(3)
  await page.keyboard.press('k')
  await judged(2)
})

test('E goes on by hand; what had the focus goes with its piece, and the keys act on', async () => {
  await page.getByRole('tab', { name: 'The question and why' }).click()
  await page.getByRole('button', { name: /^Point at this answer/ }).focus()
  await page.keyboard.press('e')
  await opened('Tickets in three piles')
  await expect.poll(focused).toBe('work')
  await page.keyboard.press('j')
  await judged(3)
  await opened('What changed')
  await page.keyboard.press('e')
  await opened('The question and why')
  await judged(3)
})

test('a place in it is kept while other criteria bring other evidence', async () => {
  await page.keyboard.press('k')
  await page.keyboard.press('k')
  await judged(1)
  await opened('The question and why')
  await panel().evaluate(
    element =>
      new Promise(resolve => {
        element.addEventListener('scroll', resolve, { once: true })
        element.scrollTo(0, 20)
      }),
  )
  const top = () => panel().evaluate(element => element.scrollTop)
  await expect.poll(top).toBe(20)
  await page.keyboard.press('j')
  await opened('Tickets in three piles')
  await expect.poll(top).toBe(0)
  await page.keyboard.press('k')
  await opened('The question and why')
  await expect.poll(top).toBe(20)
})

test('what a level points at in another part is shown with it from then on, and is not drawn anew', async () => {
  await page.keyboard.press('e')
  await opened('Tickets in three piles')
  await page.keyboard.press('a')
  await page.getByRole('button', { name: /^Go to place/ }).waitFor()
  await page.evaluate(() => {
    const article = document.querySelector('[role=tabpanel] article')
    if (article instanceof HTMLElement) article.dataset['drawn'] = 'once'
  })
  await page.keyboard.press('j')
  await judged(2)
  await page.keyboard.press('k')
  await judged(1)
  await opened('Tickets in three piles')
  await expect.poll(() => panel().locator('article[data-drawn=once]').count()).toBe(1)
  await page.getByRole('button', { name: /^Take away place/ }).click()
  await page.getByRole('button', { name: /^Go to place/ }).waitFor({ state: 'detached' })
  await opened('Tickets in three piles')
})

test('where nothing was handed over for a criterion, it is said, and E goes on from there', async () => {
  await goTo(`/review/${demo.played.reading}?c=2&e=0`)
  await panel().getByText('Nothing was handed over for this part.').waitFor()
  expect(await found(open)).toEqual([])
  await page.keyboard.press('e')
  await opened('The question and why')
  expect(open.complaints).toEqual([])
})

test('of a text and of a PDF, the very place is kept while another criterion is judged', async () => {
  const lines = Array.from({ length: 400 }, (_, at) => `Ticket ${at + 1}: two thirds, and why.`)
  const plan = readFileSync('content/demo/files/comparing-fractions-lesson-plan.pdf')
  const review = await readingOf([
    { title: 'Tickets as text', name: 'tickets.txt', bytes: Buffer.from(lines.join('\n')) },
    { title: 'Tickets as pages', name: 'tickets.pdf', bytes: plan },
  ])
  await goTo(`/review/${review}?c=2`)
  await judged(2)
  const shown = (name: string) =>
    page.frameLocator(`iframe[title*="${name}"]`).locator('#shown > *').first()
  const top = (name: string) => shown(name).evaluate(() => Math.round(window.scrollY))
  for (const [name, far] of [
    ['Tickets as text', 2_345],
    ['Tickets as pages', 300],
  ] as const) {
    await page.getByRole('tab', { name }).click()
    await shown(name).waitFor()
    // The viewer tells the window of its place when the scrolling ends.
    await shown(name).evaluate(
      (_element, y) =>
        new Promise(resolve => {
          document.addEventListener('scrollend', resolve, { once: true })
          window.scrollTo(0, y)
        }),
      far,
    )
    await expect.poll(() => top(name)).toBe(far)
    await page.keyboard.press('k')
    await opened('The question and why')
    await page.keyboard.press('j')
    await opened(name)
    await shown(name).waitFor()
    await expect.poll(() => top(name), { message: name }).toBe(far)
  }
})

interface Given {
  readonly title: string
  readonly name: string
  readonly bytes: Buffer
}

/** Lucía hands files over in a claim, and Jonah begins to read it. */
async function readingOf(files: readonly Given[]): Promise<string> {
  await become(page, 'lucia')
  const { micros } = await query(page, 'micro-credentials', {})
  const micro = micros.find(row => row.body.code === 'exit-ticket')
  if (micro === undefined) throw new Error('no exit ticket')
  const { claim = '' } = await command(page, 'claim.start', {
    microCredential: micro.id,
    code: micro.body.code,
  })
  const on = '2026-03-02'
  for (const { prompts } of micro.body.parts)
    for (const { id: prompt, minWords } of prompts) {
      const text = 'thirds '.repeat(minWords + 1).trim()
      await command(page, 'claim.write', { claim, prompt, on, text, base: '' })
    }
  for (const [place, { title, name, bytes }] of files.entries()) {
    const file = await taken(name, bytes)
    const { evidence = '' } = await command(page, 'evidence.keep', {
      ...{ kind: 'file', title, note: 'Nine, eleven and two.', file },
      ...{ happenedOn: on, shown: 'nobody', goals: [] },
    })
    await command(page, 'claim.fill', { claim, slot: 'sorted-tickets', evidence, place })
  }
  const set = { ready: true, release: true, ownWork: true, aiUse: 'Not at all.' }
  await command(page, 'claim.attest', { claim, set })
  expect(await ask(page, '/api/send-claim', { claim })).not.toContain('refused')
  await become(page, 'jonah')
  await until('the claim in the queue', async () => {
    const { pool } = await query(page, 'reviews', {})
    return pool.find(row => row.id === claim)
  })
  return (await command(page, 'review.take', { claim }))['review'] ?? ''
}

async function taken(name: string, bytes: Buffer): Promise<EvidenceFile> {
  const told = await page.evaluate(
    async ([called, text]) => {
      const answer = await fetch('/api/files', {
        method: 'POST',
        headers: {
          'x-meritfolio': localStorage.getItem('meritfolio.secret') ?? '',
          'x-file-name': called,
        },
        body: Uint8Array.from(atob(text), sign => sign.charCodeAt(0)),
      })
      return answer.text()
    },
    [name, bytes.toString('base64')] as const,
  )
  return JSON.parse(told.trim().split('\n').at(-1) ?? '').file
}
