import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, expect, inject, test } from 'vitest'
import type { DeviceReady, Program } from '../walk/programs.ts'
import { pileBadge, pileIssuer } from '../builders/badge-pile.ts'
import { pdfText } from '../builders/pdf-text.ts'
import { found } from './axe-found.ts'
import { ask } from './door.ts'
import { become } from './loop-played.ts'
import { alder, brightline, cedar, hired, hires, revokedIndexes, type HiredFile } from './hires.ts'
import { ages, toldToDistrict } from './told-to-district.ts'
import type { Window } from './window.ts'
import { aStage } from './stage.ts'

const stage = aStage()
const folder = stage.folder()
const hiresFolder = join(folder, 'spring-hires')
const reason = 'Cedar Valley told us by phone on Friday that nothing was revoked since October.'
let program: Program<DeviceReady>
let open: Window
let page: Page
let files: readonly HiredFile[]
const asked = new Set<string>()

/** The office's computer, in a district that has known three issuers for a while, and 312 files in a folder. */
beforeAll(async () => {
  const data = join(folder, 'data')
  cpSync(inject('demo').folder, data, { recursive: true })
  await toldToDistrict(join(data, 'demo', 'district'), [
    {
      issuer: alder,
      keysAgeMs: ages.keysMs,
      listAgeMs: ages.freshMs,
      revoked: revokedIndexes,
    },
    { issuer: brightline, keysAgeMs: ages.keysMs, listAgeMs: ages.freshMs },
    { issuer: cedar, keysAgeMs: ages.keysMs, listAgeMs: ages.staleMs },
  ])
  files = await hires(Date.now())
  mkdirSync(hiresFolder)
  for (const { name, bytes } of files) writeFileSync(join(hiresFolder, name), bytes)
  program = await stage.device(data)
  open = await stage.window(program.ready.startLink)
  page = open.page
  page.on('request', request => asked.add(new URL(request.url()).origin))
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await become(page, 'ruth')
})

const goTo = async (path: string) => {
  await page.goto(new URL(path, program.ready.address).href)
  await page.getByRole('main').waitFor()
}
const sentence = () => page.getByRole('paragraph').filter({ hasText: 'checked here in' })
const rest = () => page.getByRole('progressbar').waitFor({ state: 'detached' })
const focused = () =>
  page.evaluate(() => {
    const { activeElement } = document
    return activeElement?.id === '' ? (activeElement.textContent ?? '') : activeElement?.id
  })
const inList = () => page.getByRole('table')
const headOf = (cause: RegExp) => inList().getByRole('rowheader', { name: cause })
const given = (n: number): string => new TextDecoder().decode(files[n]?.bytes)

test('a folder of 312 is checked without a network, grouped by cause, and every input is counted once', async () => {
  expect(files).toHaveLength(312)
  await goTo('/verify')
  await page.getByLabel('Choose a folder').last().setInputFiles(hiresFolder)
  await page.getByRole('heading', { level: 1, name: 'spring-hires' }).waitFor()
  await sentence().waitFor()
  await rest()
  await expect
    .poll(() => sentence().textContent())
    .toMatch(
      /^312 files checked here in .+: 284 hold, 19 have something unknown, 6 do not hold, 2 could not be read, 1 is no badge\.$/,
    )
  await expect
    .poll(() => inList().getByRole('rowheader').allTextContents())
    .toEqual([
      'Do not hold, 63 changed after signing, 2 revoked, 1 expired',
      `Changed after signing, ${hired.changed}brightline.example, calls itself “Brightline Learning”Decide for all 3`,
      `Revoked, ${hired.revoked}Alder CountyDecide for both`,
      `Expired, ${hired.expired}Alder CountyDecide`,
      'Something unknown, 19',
      expect.stringMatching(
        /^Status list too old, 17Cedar Valley ESC, list of .+Decide for all 17$/,
      ),
      expect.stringMatching(
        /^Issuer not known here, 2.+, calls itself “Learn Anything”: signature holds/,
      ),
      'Could not be read, 21 not a badge, 1 not written as data',
      'Not a badge, 1',
      'Not written as data, 1',
      'No badges, listed apart, 1',
      'Hold, 284',
    ])
  await expect
    .poll(() => page.getByRole('contentinfo').textContent())
    .toMatch(
      /No network needed\. Checked with what was trusted here \(.+\); its oldest part is of .+, 41 days before\./,
    )
  // Every issuer is at a `.example` name, which nothing answers: what holds does so from the bundle alone.
  expect([...asked]).toEqual([new URL(program.ready.address).origin])
  expect(open.complaints).toEqual([])
})

test('axe finds nothing on 312 results, in light and dark', async () => {
  expect(await found(open)).toEqual([])
})

test('J and K walk the rows, N goes to what needs a look, Enter tells why, Escape comes back', async () => {
  await inList().locator('[data-row]').first().focus()
  const first = await focused()
  await page.keyboard.press('j')
  await expect.poll(focused).not.toBe(first)
  await page.keyboard.press('k')
  await expect.poll(focused).toBe(first)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('n')
  const seen = await focused()
  const why = page.getByRole('complementary', { name: 'Why' })
  await why.getByRole('heading', { level: 2, name: seen ?? '' }).waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(focused).toBe('why')
  await expect.poll(() => why.textContent()).toContain('The issuer has revoked it.')
  await expect
    .poll(() => why.textContent())
    .toContain('It no longer counts. The issuer can tell why.')
  await page.keyboard.press('Escape')
  await expect.poll(focused).toBe(seen)
})

test('one decision settles 17, with reason, name and end date; the focus stays in the list', async () => {
  while (!(await inCedar())) await page.keyboard.press('n')
  await page.keyboard.press('s')
  const sheet = page.getByRole('dialog', { name: 'One decision for 17 badges' })
  await sheet.waitFor()
  await expect.poll(() => sheet.textContent()).toContain('Decided by Ruth Lindqvist')
  expect(await found(open)).toEqual([])
  await page.keyboard.press('ControlOrMeta+Enter')
  await sheet.getByText('Write a reason: whoever reads the report needs it.').waitFor()
  await page.keyboard.type(reason)
  await page.keyboard.press('ControlOrMeta+Enter')
  await sheet.waitFor({ state: 'detached' })
  await headOf(/Status list too old, 17.*Accepted by Ruth Lindqvist until/).waitFor()
  await page.getByText('8 need a look.').first().waitFor()
  await expect.poll(inCedar).toBe(true)
  // No verdict has changed by it.
  await expect.poll(() => sentence().textContent()).toContain('19 have something unknown')
  expect(await found(open)).toEqual([])
})

const inCedar = async () => {
  const row = page.locator('tr', { has: page.locator(':focus') })
  return (
    (await row.count()) > 0 && (await row.first().textContent())?.includes('Cedar Valley') === true
  )
}

test('the report is saved as CSV: every input, and the decision beside its 17', async () => {
  const text = readFileSync(await saved('Save as CSV'), 'utf8')
  const [head, ...lines] = text
    .replace(/^\uFEFF/, '')
    .trim()
    .split('\r\n')
  expect(head).toContain('"Input","Verdict"')
  expect(lines).toHaveLength(312)
  const settled = lines.filter(line => line.includes(reason))
  expect(settled).toHaveLength(hired.stale)
  for (const line of settled) expect(line).toContain('"Ruth Lindqvist"')
  expect(lines.filter(line => line.includes('"does not hold"'))).toHaveLength(6)
  expect(lines.filter(line => line.includes('"holds"'))).toHaveLength(hired.holds)
})

test('the report is saved as PDF with Ctrl+Enter, and says what the screen says', async () => {
  const text = await pdfText(await saved('Save report'))
  expect(text).toContain('spring-hires')
  expect(text).toContain('284')
  expect(text).toContain('Ruth Lindqvist')
  expect(text).toContain('Cedar Valley told us by phone')
  // A live region tells it, not more often than every five seconds.
  await page.getByText('Saved as report-spring-hires.pdf.').waitFor({ state: 'attached' })
})

async function saved(name: 'Save as CSV' | 'Save report'): Promise<string> {
  const download = page.waitForEvent('download')
  if (name === 'Save report') await page.keyboard.press('ControlOrMeta+Enter')
  else await page.getByRole('button', { name }).click()
  const file = await download
  const path = join(folder, basename(file.suggestedFilename()))
  await file.saveAs(path)
  return path
}

test('a decision is undone, and what it settled asks for a look again', async () => {
  await headOf(/Status list too old/)
    .getByRole('button', { name: /Undo/ })
    .click()
  await headOf(/Status list too old, 17.*Decide for all 17/).waitFor()
  await page.getByText('25 need a look.').first().waitFor()
})

test('no more than a page of rows is held, and the focus goes along', async () => {
  const rows = inList().locator('[data-row]')
  const few = await rows.count()
  await page.getByRole('button', { name: '279 more that hold' }).click()
  await page.getByText('1 to 100 of 284').waitFor()
  await expect.poll(() => rows.count()).toBe(few + 95)
  const sixth = await focused()
  await page.getByRole('button', { name: 'Next rows' }).click()
  await page.getByText('101 to 200 of 284').waitFor()
  await expect.poll(() => rows.count()).toBe(few + 95)
  await expect.poll(focused).not.toBe(sixth)
  await expect.poll(() => page.locator('[data-row]:focus').count()).toBe(1)
})

test('only what needs a look is shown on wish; the address keeps it through a reload', async () => {
  await page.getByRole('checkbox', { name: 'Only what needs a look' }).check()
  await headOf(/^Hold, 284/).waitFor({ state: 'detached' })
  await page.reload()
  await headOf(/^Do not hold, 6/).waitFor()
  expect(await headOf(/^Hold, 284/).count()).toBe(0)
  expect(new URL(page.url()).searchParams.get('show')).toBe('look')
})

test('one cause, or all, is checked again with one button; who stops it has every answer it had', async () => {
  await page.getByRole('checkbox', { name: 'Only what needs a look' }).uncheck()
  await inList().waitFor()
  await page.locator('tr', { hasText: 'Cedar Valley' }).locator('[data-row]').first().click()
  await page.getByRole('button', { name: 'Check all 17 of this cause again' }).click()
  await headOf(/Status list too old, 17/).waitFor()
  await rest()
  await page.getByRole('button', { name: 'Check all 312 again' }).click()
  await page.getByRole('button', { name: 'Stop here' }).click()
  await rest()
  await expect.poll(() => sentence().textContent()).toContain('284 hold')
  expect(await page.getByText(/^Stopped\./).count()).toBe(0)
})

test('taking in is stopped: what came in is checked, and the list tells how many did not', async () => {
  let sent = 0
  // The program here is too fast to be stopped: after twenty files the others wait for the button.
  let letOn = () => {}
  const pressed = new Promise<void>(resolve => (letOn = resolve))
  await page.route('**/api/verifying/*/files', async route => {
    sent += 1
    if (sent > 20) await pressed
    await route.continue()
  })
  await goTo('/verify')
  await page.getByLabel('Choose a folder').last().setInputFiles(hiresFolder)
  await sentence().waitFor()
  await expect.poll(() => sent).toBe(24)
  await page.getByRole('button', { name: 'Stop here' }).click()
  letOn()
  await rest()
  await page.unroute('**/api/verifying/*/files')
  await page.getByText('288 were left out').click()
  await page.getByText('You stopped here: 288 did not come in.', { exact: false }).waitFor()
  // What had come in and was not checked yet goes on with a button.
  const goOn = page.getByRole('button', { name: 'Go on' })
  if ((await goOn.count()) > 0) await goOn.click()
  await rest()
  await expect.poll(() => sentence().textContent()).toMatch(/^24 badges checked here/)
})

test('one badge alone gets the large answer: four marks, their age, what it says', async () => {
  await goTo('/verify')
  await page.getByRole('textbox', { name: /paste the text/ }).fill(given(120))
  await page.getByRole('button', { name: 'Check the text' }).click()
  await page.getByText('It holds.', { exact: true }).waitFor()
  const work = await page.getByRole('main').textContent()
  for (const answer of ['Signed by the issuer', 'Dates hold today', 'Not revoked', 'Issuer known'])
    expect(work).toContain(answer)
  expect(work).toContain('That knowledge is 9 days old.')
  expect(work).toContain('Two lessons on film, a month apart')
  expect(await inList().count()).toBe(0)
  expect(await found(open)).toEqual([])
})

test('what is left out of a list of addresses is named, and one that can’t be fetched is unknown', async () => {
  await goTo('/verify')
  const buffer = Buffer.from('address\nhttps://nobody.example/a.json\nnot an address\n')
  const list = { name: 'hires.csv', mimeType: 'text/csv', buffer }
  await page.getByLabel('Choose files').last().setInputFiles(list)
  await page.getByText('Something about it is unknown.').waitFor()
  await page.getByText('1 was left out').click()
  await page.getByText('Line 3 is no web address.').waitFor()
  await expect
    .poll(() => page.getByRole('main').textContent())
    .toMatch(
      /Nobody on the network answers to that name|could not be reached|did not answer in time/,
    )
})

test('what is not on this computer is asked for on the network only when a person says so', async () => {
  await goTo('/verify')
  const stranger = pileIssuer(7, 'Nobody we know')
  const badge = await pileBadge(stranger, Date.now(), { person: 'R. Sol', title: 'Talk', index: 4 })
  await page.getByRole('textbox', { name: /paste the text/ }).fill(badge)
  await page.getByRole('button', { name: 'Check the text' }).click()
  await page.getByText('Something about it is unknown.').waitFor()
  const asking = page.getByRole('button', { name: 'Ask the network', exact: true })
  await asking.waitFor()
  expect(await found(open)).toEqual([])
  await page.getByText('No network needed. Checked with').first().waitFor()
  await asking.click()
  await page.getByText(/^nobody\.example: /).waitFor()
  await page.getByText('No network needed, except for 1 that was looked up.').first().waitFor()
  await expect.poll(() => asking.count()).toBe(0)
  expect(await found(open)).toEqual([])
})

test('files that are dropped make a list, and are not kept as evidence', async () => {
  await goTo('/verify')
  const texts = [given(0), given(20)]
  const dropped = await page.evaluateHandle(all => {
    const transfer = new DataTransfer()
    for (const [n, text] of all.entries())
      transfer.items.add(new File([text], `${n}.json`, { type: 'application/json' }))
    return transfer
  }, texts)
  await page.dispatchEvent('#work', 'drop', { dataTransfer: dropped })
  await headOf(/^Do not hold, 1/).waitFor()
  await headOf(/^Something unknown, 1/).waitFor()
  expect(new URL(page.url()).pathname).toMatch(/^\/verify\//)
})

test('in Spanish the list says the same', async () => {
  await ask(page, '/api/settings', { language: 'es' })
  await goTo('/verify')
  await page.getByRole('link', { name: 'spring-hires' }).last().click()
  await page
    .getByText(/284 se sostienen/)
    .first()
    .waitFor()
  await headOf(/No se sostienen, 6/).waitFor()
  expect(await found(open)).toEqual([])
  await ask(page, '/api/settings', { language: 'en' })
  expect(open.complaints).toEqual([])
})
