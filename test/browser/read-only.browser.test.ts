import { copyFileSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { programHere } from './program-here.ts'
import { beginAlone } from './window.ts'
import { aStage } from './stage.ts'

const damage = 'not a database at all, but quite some text'

const stage = aStage()
const programOn = async (dataFolder: string) => {
  const program = await programHere({ clock: Date.now, dataFolder })
  stage.ends(program.close)
  return program
}

test('the foot offers to keep files, and where the records can only be looked at it does not', async () => {
  const dataFolder = stage.folder()
  const whole = await programOn(dataFolder)
  const { page } = await stage.window(whole.startLink)
  await beginAlone(page, 'Maya')
  await page.getByText(/Drop files anywhere/).waitFor()
  await whole.close()

  writeFileSync(join(dataFolder, 'record.sqlite'), damage)
  const damaged = await programOn(dataFolder)
  const { page: shown } = await stage.window(damaged.startLink)
  await shown
    .getByText(/nothing can be changed/)
    .first()
    .waitFor()
  expect(await shown.getByText(/Drop files anywhere/).count()).toBe(0)
  await shown.goto(`${damaged.address}/settings/device`)
  const note = shown.getByRole('alert').filter({ hasText: 'Nothing was overwritten' })
  const [copy = ''] = readdirSync(join(dataFolder, 'backups'))
  await expect.poll(() => note.innerText()).toContain(`copy backups/${copy} to record.sqlite`)
  await expect.poll(() => shown.getByRole('main').innerText()).toContain(dataFolder)

  // What the note says to do, done.
  await damaged.close()
  renameSync(join(dataFolder, 'record.sqlite'), join(dataFolder, 'damaged'))
  copyFileSync(join(dataFolder, 'backups', copy), join(dataFolder, 'record.sqlite'))
  const again = await programOn(dataFolder)
  const { page: back } = await stage.window(again.startLink)
  await back.getByText(/Drop files anywhere/).waitFor()
  expect(readFileSync(join(dataFolder, 'damaged'), 'utf8')).toBe(damage)
})

test('damaged records without a copy are said to be at the first screen, which can keep nothing', async () => {
  const dataFolder = stage.folder()
  await (await programOn(dataFolder)).close()
  rmSync(join(dataFolder, 'backups'), { recursive: true })
  writeFileSync(join(dataFolder, 'record.sqlite'), damage)
  const damaged = await programOn(dataFolder)
  const { page } = await stage.window(damaged.startLink)
  await page.getByRole('alert').filter({ hasText: 'there is no copy' }).waitFor()
  await page.getByRole('button', { name: /Work on this computer/ }).click()
  await page.getByRole('textbox', { name: 'Your name' }).fill('Maya')
  await page.getByRole('button', { name: /^Begin(?! anew)/ }).click()
  await page.getByText('Code read_only').waitFor()
  expect(readFileSync(join(dataFolder, 'record.sqlite'), 'utf8')).toBe(damage)
})
