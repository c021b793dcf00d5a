import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { buildBundle } from 'open-badges-validator-core/bundle/build'
import { publicKeyOf } from 'open-badges-validator-core/issue'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { pileBadge, pileIssuer } from '../builders/badge-pile.ts'
import { found } from './axe-found.ts'
import { aStage, type Seat } from './stage.ts'

const stateSecret = Uint8Array.from({ length: 32 }, (_, at) => at * 5 + 3)
const fingerprint = createHash('sha256').update(publicKeyOf(stateSecret)).digest('hex')
const issuer = pileIssuer(3, 'Learn Anything')
const now = Date.now()

/** A state board's list, that names one issuer. */
function aList(createdAt = now): Buffer {
  const known = { id: issuer.did, name: issuer.name, fetchedAt: createdAt, source: 'State board' }
  const file = { name: 'State board', createdAt, entries: [], keys: [], issuers: [known] }
  return Buffer.from(buildBundle(file, stateSecret))
}

const stage = aStage()
let open: Seat
let page: Page
beforeAll(async () => {
  open = await stage.alone('Ruth')
  ;({ page } = open)
})

const add = (bytes: Buffer) =>
  page
    .getByLabel('Add a list')
    .and(page.locator('input'))
    .setInputFiles({ name: 'state.trust.json', mimeType: 'application/json', buffer: bytes })

test('a list of the state counts once its fingerprint was compared, by keys alone', async () => {
  await page.goto(`${open.address}/verify`)
  await page.getByRole('link', { name: 'Who is trusted here' }).click()
  await page.getByText('No list is here yet.').waitFor()
  expect(await found(open)).toEqual([])

  await add(aList())
  await page.getByRole('heading', { name: 'Is this the key they gave you?' }).waitFor()
  expect(await found(open)).toEqual([])
  expect(await page.getByRole('dialog').innerText()).not.toContain(fingerprint.slice(0, 4))
  const field = page.getByRole('textbox', { name: 'The fingerprint you were given' })
  await field.fill('ñ – no sé')
  await page.keyboard.press('Control+Enter')
  await page.getByText('That is not the fingerprint of this list.').waitFor()
  await field.fill(fingerprint.toUpperCase().replaceAll(/(.{4})/g, '$1 '))
  await page.keyboard.press('Enter')
  await page.getByText('Accepted on this computer').waitFor()
  await page.getByText('1 issuer, 0 lists of revocations').waitFor()
  expect(await found(open)).toEqual([])
})

test('a badge of its issuer is known, and says whose list it is', async () => {
  await page.goto(`${open.address}/verify`)
  const badge = await pileBadge(issuer, now, { person: 'M. Duarte', title: 'Talk moves' })
  await page.getByRole('textbox', { name: /paste the text/ }).fill(badge)
  await page.getByRole('button', { name: 'Check the text' }).click()
  await page.getByText('In the list of issuers: State board.').waitFor()
})

test('the way back from the lists leads to the very badges: choice, page, scroll and focus', async () => {
  await page.goto(`${open.address}/verify`)
  const strangers = pileIssuer(9, 'Nobody we know')
  const given = await Promise.all(
    Array.from({ length: 130 }, async (_, index) => ({
      name: `${String(index).padStart(3, '0')}.json`,
      mimeType: 'application/json',
      buffer: Buffer.from(
        await pileBadge(strangers, now, { person: `P. Number${index}`, title: 'Talk', index }),
      ),
    })),
  )
  await page.getByLabel('Choose files').last().setInputFiles(given)
  await page.getByRole('heading', { level: 1, name: /^Badges of / }).waitFor()
  await page.getByRole('progressbar').waitFor({ state: 'detached' })
  await page.getByRole('checkbox', { name: 'Only what needs a look' }).check()
  await page.getByRole('button', { name: /more with the same cause/ }).click()
  await page.getByText('1 to 100 of 130').waitFor()
  await page.getByRole('button', { name: 'Next rows' }).click()
  await page.getByText('101 to 130 of 130').waitFor()
  const link = page.getByRole('complementary').getByRole('link', { name: 'Who is trusted here' })
  const chosen = page.locator('[data-row][aria-pressed=true]')
  const whose = 'P. Number119'
  const scrolled = () => page.evaluate(() => document.getElementById('work')?.scrollTop)
  const leave = {
    'the button': () => page.getByRole('link', { name: 'Back to the badges' }).click(),
    Escape: () => page.keyboard.press('Escape'),
    'the history': () => page.goBack(),
    'the button after a reload': async () => {
      await page.reload()
      await page.getByRole('link', { name: 'Back to the badges' }).click()
    },
  }
  await page.getByRole('button', { name: whose }).click()
  await link.waitFor()
  const before = await scrolled()
  expect(before).toBeGreaterThan(300)
  for (const [way, go] of Object.entries(leave)) {
    await link.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Who is trusted here' }).waitFor()
    // Longer than pages of rows are remembered here: they have to come anew.
    await page.waitForTimeout(way === 'Escape' ? 6_000 : 0)
    await go()
    await page.getByText('101 to 130 of 130').waitFor()
    await expect.poll(() => chosen.textContent(), { message: way }).toBe(whose)
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent), { message: way })
      .toBe('Who is trusted here')
    await expect.poll(scrolled, { message: way }).toBe(before)
    await expect
      .poll(() => page.getByRole('checkbox', { name: 'Only what needs a look' }).isChecked())
      .toBe(true)
  }
  // Away by a key, from a row: the focus comes back to the row.
  const kept = () => page.evaluate(() => JSON.stringify(history.state))
  expect(await kept()).not.toContain('data-row')
  await page.getByRole('button', { name: 'P. Number117' }).focus()
  await expect.poll(kept).toContain('data-row')
  await page.keyboard.press('Alt+1')
  await page.waitForURL(/today/)
  await page.goBack()
  await expect.poll(() => chosen.textContent()).toBe('P. Number117')
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent))
    .toBe('P. Number117')
})

test('from the beginning of Verify the way back is its beginning, with the focus on the link', async () => {
  await page.goto(`${open.address}/verify`)
  await page.getByRole('link', { name: 'Who is trusted here' }).press('Enter')
  await page.getByRole('link', { name: 'Back to Verify' }).press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Verify' }).waitFor()
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent))
    .toBe('Who is trusted here')
})

test('an older one stays out, a broken one is told, and the file can be handed on', async () => {
  await page.goto(`${open.address}/verify/trust`)
  await add(aList(now - 86_400_000))
  await page.getByText(/^This list is of .* and stays\.$/).waitFor()
  await add(Buffer.from(aList().toString().replace('Learn', 'Trust')))
  await page.getByText('The list was changed after it was signed.').waitFor()
  await add(Buffer.from('Dear office'))
  await page.getByText('This file is no trust list, or it is damaged.').waitFor()

  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as a file' }).click()
  const saved = await saving
  expect(saved.suggestedFilename()).toBe('state-board.trust.json')
  expect(readFileSync(await saved.path()).equals(aList())).toBe(true)
})

test('taken away, its issuers are unknown again', async () => {
  await page.getByRole('button', { name: 'Take it away' }).click()
  await page.getByText(/Issuers that only State board names/).waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Take it away' }).click()
  await page.getByText('No list is here yet.').waitFor()
  expect(open.complaints).toEqual([])
})

test('a list that is dropped here is meant for this screen, and is kept as evidence nowhere', async () => {
  await page.getByText('Drop a trust list to add it.').waitFor()
  const text = aList().toString()
  const dropped = await page.evaluateHandle(list => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([list], 'state.trust.json', { type: 'application/json' }))
    return transfer
  }, text)
  await page.dispatchEvent('#work', 'drop', { dataTransfer: dropped })
  await page.getByRole('heading', { name: 'Is this the key they gave you?' }).waitFor()
  await page.keyboard.press('Escape')
  await page.goto(`${open.address}/evidence`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await page.getByText('state.trust.json').count()).toBe(0)
  expect(open.complaints).toEqual([])
})
