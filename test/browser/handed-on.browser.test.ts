import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { found } from './axe-found.ts'
import { beginAlone } from './window.ts'
import { aStage } from './stage.ts'

const passphrase = 'four words in a row'

/** On this device's settings; asks for everything to be put aside, and says yes. */
async function putAside(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Begin anew for somebody else' }).click()
  const sure = page.getByRole('region', { name: 'Put everything aside and begin anew' })
  await sure.getByText(/Nothing is deleted, and nothing is sent\./).waitFor()
  await expect.poll(() => sure.evaluate(panel => panel === document.activeElement)).toBe(true)
  await sure.getByRole('button', { name: 'Leave it as it is' }).click()
  await page.getByRole('button', { name: 'Begin anew for somebody else' }).click()
  await sure.getByRole('button', { name: 'Put it all aside' }).click()
  await page.getByRole('button', { name: /Work on this computer/ }).waitFor()
}

async function setLock(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lock the records' }).click()
  const code = await page.getByText(/^([0-9A-Z]{4}-){7}[0-9A-Z]{4}$/).innerText()
  await page.getByRole('textbox', { name: 'Last group of the code' }).fill(code.slice(-4))
  await page.getByLabel('Passphrase').fill(passphrase)
  await page.getByRole('button', { name: 'Lock now' }).click()
  await page.getByText('Each start asks for your passphrase.').waitFor()
}

const stage = aStage()

test('a laptop is handed on: all of it is put aside, another begins anew in every window, and both are opened again', async () => {
  const folder = stage.folder()
  let program = await stage.device(folder)
  let window = await stage.window(program.ready.startLink)
  let { page } = window
  const device = () => page.goto(`${program.ready.address}/settings/device`)
  const places = () => page.getByRole('navigation')
  await beginAlone(page, 'Maya Okafor')
  const second = await window.context.newPage()
  await second.goto(`${program.ready.address}/plan`)
  await second.getByRole('navigation').waitFor()

  await device()
  await putAside(page)
  await second.getByRole('button', { name: /Work on this computer/ }).waitFor()
  const aside = page.getByRole('listitem').filter({ hasText: 'Maya Okafor' })
  await aside.getByText(join(folder, 'put-aside')).waitFor()
  expect(await found(window)).toEqual([])
  await beginAlone(page, 'Ana Solís')

  // Another window still stands at the first choice.
  await second.getByRole('button', { name: /Open it again: Maya Okafor/ }).click()
  await second.getByRole('navigation').getByText('Maya Okafor').waitFor()
  await places().getByText('Maya Okafor').waitFor()
  await device()
  await page.getByText('What is open now is put aside then.').waitFor()
  expect(await found(window)).toEqual([])
  await setLock(page)
  await window.context.close()
  await program.stop()

  program = await stage.device(folder)
  window = await stage.window(program.ready.startLink)
  page = window.page
  await page.getByRole('heading', { name: 'Your records are locked' }).waitFor()
  await page.getByText(/Passphrase and code both lost\?/).waitFor()
  expect(await found(window)).toEqual([])
  await putAside(page)
  await page.getByRole('button', { name: /Open it again: Ana Solís/ }).click()
  await places().getByText('Ana Solís').waitFor()
  await device()
  await page.getByRole('button', { name: /Open it again: put aside/ }).click()
  // Locked it is still.
  await page.getByLabel('Passphrase or recovery code').fill(passphrase)
  await page.getByRole('button', { name: 'Open', exact: false }).first().click()
  await places().getByText('Maya Okafor').waitFor()
  expect(window.complaints.filter(line => !/\b(409|423)\b/.test(line))).toEqual([])
})
