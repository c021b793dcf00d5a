import type { Locator, Page } from 'playwright-core'
import { beforeAll, expect, inject, test } from 'vitest'
import { found } from './axe-found.ts'
import { command, query } from './door.ts'
import { become } from './loop-played.ts'
import { aStage, type Seat } from './stage.ts'
import { allThere } from './visit.ts'

// Evidence in the trash says until when it comes back, and is deleted for good from there, with the keyboard alone.

const { played } = inject('demo')
const stopsMax = 80
const stage = aStage()
let window: Seat
let page: Page

beforeAll(async () => {
  window = await stage.demo()
  page = window.page
  await become(page, 'maya')
})

const open = async (path: string) => {
  await page.goto(new URL(path, window.address).href)
  await allThere(page)
}
const main = () => page.getByRole('main')
const isFocused = (target: Locator) =>
  target.evaluate(element => element === document.activeElement)
async function tabTo(target: Locator): Promise<void> {
  for (let stops = 0; stops < stopsMax; stops += 1) {
    if (await isFocused(target)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no Tab of ${stopsMax} leads to ${String(target)}`)
}

/** A piece of Maya's that lies in the trash. */
async function thrownAway(title: string): Promise<string> {
  const kept = await command(page, 'evidence.keep', {
    ...{ kind: 'reflection', title, note: '', text: 'Nothing to keep.', goals: [] },
    ...{ happenedOn: '2026-03-02', shown: 'nobody' },
  })
  const evidence = kept['evidence'] ?? ''
  await command(page, 'evidence.trash', { evidence, on: true })
  return evidence
}

test('in the list of the trash a piece says until when, is deleted once it was asked, and what is left says so', async () => {
  const evidence = await thrownAway('A draft of nothing')
  await open('/evidence?trash=1')
  const line = main().getByRole('listitem').filter({ hasText: 'A draft of nothing' })
  await line.getByText(/^Until \w+, \w+ \d+$/).waitFor()
  const button = line.getByRole('button', { name: 'Delete now: A draft of nothing' })
  await tabTo(button)
  await page.keyboard.press('Enter')
  const question = line.getByRole('group', { name: 'Delete now: A draft of nothing' })
  await question.getByText(/This can’t be undone/).waitFor()
  await expect.poll(() => isFocused(question)).toBe(true)
  expect(await found(window)).toEqual([])
  // Thought better of: back on the button, and nothing happened.
  await tabTo(question.getByRole('button', { name: 'Leave it in the trash' }))
  await page.keyboard.press('Enter')
  await expect.poll(() => isFocused(button)).toBe(true)
  await page.keyboard.press('Enter')
  await tabTo(question.getByRole('button', { name: 'Delete for good' }))
  await page.keyboard.press('Enter')
  const note = main().getByRole('status').filter({ hasText: 'is deleted for good' })
  await note.waitFor()
  await expect.poll(() => isFocused(note)).toBe(true)
  expect(await line.count()).toBe(0)
  expect(await found(window)).toEqual([])
  await open(`/evidence/${evidence}`)
  await page.getByRole('heading', { level: 1, name: 'Deleted evidence' }).waitFor()
  expect(await page.getByText('A draft of nothing').count()).toBe(0)
  expect(await found(window)).toEqual([])
})

test('on its own screen it is deleted the same way, and the screen says that it is gone', async () => {
  const evidence = await thrownAway('Another of nothing')
  await open(`/evidence/${evidence}`)
  await main()
    .getByText(/You can take it out until/)
    .waitFor()
  await tabTo(main().getByRole('button', { name: 'Delete now: Another of nothing' }))
  await page.keyboard.press('Enter')
  await tabTo(main().getByRole('button', { name: 'Delete for good' }))
  expect(await found(window)).toEqual([])
  await page.keyboard.press('Enter')
  const gone = main().getByText(/^This was deleted for good on/)
  await gone.waitFor()
  await expect.poll(() => isFocused(gone)).toBe(true)
  // There is no way back, so none is offered: undo means what was done before.
  expect(await main().getByRole('button', { name: /Undo/ }).count()).toBe(0)
})

test('what a claim was sent with can’t be deleted: it says which claim, and stays in the trash', async () => {
  const { claim } = await query(page, 'claim', { claim: played.sent })
  const evidence = claim?.body.attempts[0]?.items[0]?.evidence ?? ''
  await command(page, 'evidence.trash', { evidence, on: true })
  await open(`/evidence/${evidence}`)
  await main()
    .getByText(/can’t be deleted: it stays to be seen for as long as your record is kept/)
    .waitFor()
  const link = main()
    .getByRole('link', { name: claim?.body.title ?? '?' })
    .first()
  expect(await link.getAttribute('href')).toContain(played.sent)
  expect(
    await main()
      .getByRole('button', { name: /^Delete now/ })
      .count(),
  ).toBe(0)
  expect(await found(window)).toEqual([])
  await open('/evidence?trash=1')
  await main()
    .getByText(`Stays: sent with “${claim?.body.title ?? '?'}”`)
    .waitFor()
  expect(await found(window)).toEqual([])
  await command(page, 'evidence.trash', { evidence, on: false })
})

test('a file that is brought again while its piece lies in the trash is taken out with all that it held', async () => {
  const file = { name: 'Brought twice.txt', mimeType: 'text/plain', buffer: Buffer.from('Twice.') }
  const bring = async () => {
    await open('/add')
    await page.locator('input[type=file]').setInputFiles(file)
  }
  await bring()
  await page.getByText('Kept', { exact: true }).waitFor()
  const { lines } = await query(page, 'evidence.list', {})
  const evidence = lines.find(line => line.row.body.title === 'Brought twice')?.row.id ?? ''
  await command(page, 'evidence.trash', { evidence, on: true })
  await page.reload()
  await bring()
  const asked = page.waitForRequest(
    request => request.postData()?.includes('evidence.trash') === true,
  )
  // Another computer may have deleted it for good, and this one not have heard of it.
  await main().getByRole('button', { name: 'Take out of the trash' }).click()
  expect(JSON.parse((await asked).postData() ?? '')).toMatchObject({
    name: 'evidence.trash',
    input: { evidence, on: false, content: { title: 'Brought twice', file: { name: file.name } } },
  })
})
