import type { Locator, Page } from 'playwright-core'
import { beforeAll, expect, inject, test } from 'vitest'
import { command, until } from './door.ts'
import { become } from './loop-played.ts'
import { screenOf } from './screens.ts'
import { allThere, visit } from './visit.ts'
import { aStage } from './stage.ts'

const demo = inject('demo')
const stopsMax = 80
const title = 'An exit ticket that changes tomorrow'
const stage = aStage()
let page: Page

beforeAll(async () => {
  ;({ page } = await stage.demo())
})

/** Goes on with Tab until the focus is there, as somebody without a mouse does. */
async function tabTo(target: Locator): Promise<void> {
  const isFocused = () => target.evaluate(element => element === document.activeElement)
  for (let stops = 0; stops < stopsMax; stops += 1) {
    if (await isFocused()) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no Tab of ${stopsMax} leads to ${String(target)}`)
}

/** Where the focus is: the id of the pane or element, or what it says. */
const focused = () =>
  page.evaluate(() => {
    const { activeElement } = document
    return activeElement?.id === '' ? activeElement.tagName : activeElement?.id
  })

const open = async (path: string) => {
  await page.goto(new URL(path, demo.address).href)
  await allThere(page)
}

const toFix = (n: number) =>
  page.getByRole('heading', { name: `${n} to fix before you send` }).waitFor()

test('F6 goes round the panes, Shift+F6 back', async () => {
  await visit(page, screenOf('a claim that is being written'), demo.played)
  await page.locator('#margin [data-problem]').first().waitFor()
  await page.evaluate(() => document.querySelector('nav')?.focus())
  const round: (string | undefined)[] = []
  for (let n = 0; n < 4; n += 1) {
    await page.keyboard.press('F6')
    round.push(await focused())
  }
  expect(round).toEqual(['work', 'margin', 'FOOTER', 'NAV'])
  await page.keyboard.press('Shift+F6')
  await expect.poll(focused).toBe('FOOTER')
})

test('the first Tab offers to skip to the work', async () => {
  await open('/claims')
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
  await tabTo(page.getByRole('link', { name: 'Skip to the work' }))
  await page.keyboard.press('Enter')
  await expect.poll(focused).toBe('work')
})

test('Ctrl+K opens find or do, forgives a slip and goes there', async () => {
  await open('/today')
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type('framewroks')
  await page.getByRole('option', { name: 'Frameworks' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Frameworks' }).waitFor()
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
})

test('Ctrl+Enter never does what a sheet covers', async () => {
  await open('/evidence')
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(new URL(page.url()).pathname).toBe('/evidence')
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.getByRole('heading', { level: 1, name: 'Add evidence' }).waitFor()
})

test('Ctrl+K finds what a piece of evidence says, and Enter opens it', async () => {
  await open('/today')
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type('parking lot')
  await page.getByRole('option', { name: /Voice memo after the lesson/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Voice memo after the lesson' }).waitFor()
})

test('F1 lists the keys, digits go to places, Ctrl+B takes the sidebar and brings it back', async () => {
  await open('/today')
  const places = page.getByRole('navigation', { name: 'Places' })
  await page.keyboard.press('F1')
  await page.getByRole('dialog', { name: 'All keys' }).getByText('Mend the problem').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.keyboard.press('Alt+Digit2')
  await page.getByRole('heading', { level: 1, name: /^Plan/ }).waitFor()
  await page.keyboard.press('ControlOrMeta+b')
  await places.waitFor({ state: 'detached' })
  await page.keyboard.press('ControlOrMeta+b')
  await places.waitFor()
})

test('a check-in is opened, written, left and kept by keys alone', async () => {
  await open('/plan')
  await page.getByRole('button', { name: 'Check in' }).waitFor()
  await page.evaluate(() => document.getElementById('work')?.focus())
  await page.keyboard.press('c')
  const tried = page.getByRole('textbox', { name: 'What did you try?' })
  await tried.waitFor()
  await expect.poll(() => tried.evaluate(field => field === document.activeElement)).toBe(true)
  await page.keyboard.type('Waited four seconds.')
  await page.keyboard.press('Escape')
  await tried.waitFor({ state: 'detached' })
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('BUTTON')
  await page.keyboard.press('Enter')
  await tried.getByText('Waited four seconds.').waitFor()
  await page.keyboard.press('ControlOrMeta+Enter')
  await page
    .getByRole('complementary')
    .getByText(/Waited four seconds/)
    .waitFor()
})

test('a claim is started, written, filled, vouched for and sent by keys alone', async () => {
  await become(page, 'jonah')
  await command(page, 'evidence.keep', {
    kind: 'reflection',
    title: 'Tickets by what they show',
    note: 'Three piles, and why.',
    text: 'Eight compare one whole, nine compare two, four drew nothing.',
    happenedOn: '2026-03-02',
    shown: 'nobody',
    goals: [],
  })
  await open('/micro-credentials')
  await tabTo(page.getByRole('link', { name: title, exact: true }))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'How it is judged' }).waitFor()
  await page.keyboard.press('ControlOrMeta+Enter')

  await toFix(7)
  await page.keyboard.press('F8')
  await page.keyboard.press('Enter')
  await expect.poll(focused).toBe('answer-ticket-question')
  await page.keyboard.type(
    'I asked which is bigger, two thirds or three quarters, and why. It checks whether children compare pieces ' +
      'of one and the same whole. Half an understanding says that thirds are bigger because each piece is bigger.',
  )
  await toFix(6)
  await page.keyboard.press('F8')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  await tabTo(page.getByRole('button', { name: 'Use this: Tickets by what they show' }))
  await page.keyboard.press('Enter')
  await toFix(5)
  await page.keyboard.press('F8')
  await page.keyboard.press('Enter')
  await expect.poll(focused).toBe('answer-what-changed')
  await page.keyboard.type(
    'Nine tickets compared pieces of different wholes, so on Thursday we began with two of these drawings and ' +
      'asked what has to be the same. Four children cut paper strips with me. Most drew equal bars afterwards.',
  )
  await toFix(4)
  const current = page
    .getByRole('navigation', { name: 'Parts of the claim' })
    .locator('[aria-current=step]')
  await current.getByText('3 What changed').waitFor()
  await page.keyboard.press('F8')
  await page.keyboard.press('Enter')
  await current.getByText('4 Your word').waitFor()
  for (const left of [3, 2, 1]) {
    await page.keyboard.press('Space')
    await toFix(left)
    await page.keyboard.press('Tab')
  }
  await page.keyboard.type('Not at all.')
  await page.getByRole('heading', { name: 'Ready to send' }).waitFor()
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.getByRole('heading', { level: 1, name: /^Sent/ }).waitFor()
})

test('a coach rates, goes on and back, points, comments and finishes by keys alone', async () => {
  await become(page, 'lucia')
  await open('/review')
  await page.getByText(title).first().waitFor()
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.getByRole('button', { name: /Finish reading/ }).waitFor()
  const criterion = (n: number) => page.getByText(`Criterion ${n} of 3`).first().waitFor()
  const level = (n: number) =>
    page
      .getByRole('radio')
      .nth(n - 1)
      .and(page.locator(':checked'))
      .waitFor()

  await criterion(1)
  const guidance = page.getByRole('region', { name: 'Guidance' })
  await page.keyboard.press('g')
  await guidance.getByText('What this part asked for').waitFor()
  await page.keyboard.press('1')
  await level(1)
  await page.keyboard.press('j')
  await criterion(2)
  await page.keyboard.press('2')
  await level(2)
  await guidance.waitFor()
  await page.keyboard.press('g')
  await guidance.waitFor({ state: 'detached' })
  await page.keyboard.press('3')
  await level(3)
  await page.keyboard.press('j')
  await criterion(3)
  await page.keyboard.press('3')
  await level(3)
  await page.keyboard.press('k')
  await criterion(2)
  await page.keyboard.press('k')
  await criterion(1)

  await page.keyboard.press('c')
  await page.keyboard.type('Say how a child would answer who only half understands. Jack kicks.')
  await page.keyboard.press('Escape')
  await expect.poll(focused).toBe('margin')
  await criterion(1)
  await page.keyboard.press('e')
  await page.getByRole('tab', { name: 'Tickets by what they show', selected: true }).waitFor()
  await page.keyboard.press('a')
  await page.getByRole('button', { name: /^Go to place 1/ }).waitFor()
  const hidden = page.getByRole('heading', { name: 'Hidden from other readers' })
  await tabTo(page.getByRole('button', { name: 'This shows who it is' }))
  await page.keyboard.press('Enter')
  await hidden.waitFor()
  await page.keyboard.press('ControlOrMeta+z')
  await hidden.waitFor({ state: 'detached' })
  await page.keyboard.press('ControlOrMeta+Enter')
  await until('the finished reading', async () =>
    (await page.getByRole('heading', { name: 'Not yet' }).count()) > 0 ? true : undefined,
  )
})
