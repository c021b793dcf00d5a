import { appendFileSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FileChooser, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { query } from './door.ts'
import { aStage } from './stage.ts'

const stage = aStage()
const folder = stage.folder()
let address: string
let page: Page

beforeAll(async () => {
  ;({ page, address } = await stage.alone('Maya'))
})

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

type Chosen = Parameters<FileChooser['setFiles']>[0]

/** Chooses files on the screen that adds evidence. */
async function choose(files: Chosen) {
  await page.goto(`${address}/add`)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: /Choose files/ }).click()
  await (await chooser).setFiles(files)
}
const line = (name: string) => page.getByRole('listitem').filter({ hasText: name })

test('a file that vanishes or changes while it is being kept, or is empty, is told apart; the others are kept', async () => {
  const first = file('first.txt', 'kept first')
  const gone = file('gone.txt', 'text that goes away')
  const changed = file('changed.txt', 'text')
  const empty = file('empty.pdf', '')
  // The first is held on its way until the others, which wait behind it, are no longer what was chosen.
  let letOn = () => {}
  const isChanged = new Promise<void>(resolve => (letOn = resolve))
  await page.route('**/api/files', async route => {
    await isChanged
    await route.continue()
  })
  await choose([first, gone, changed, empty])
  unlinkSync(gone)
  appendFileSync(changed, ' and more that came later')
  // A browser looks at whole seconds.
  const later = new Date(Date.now() + 5_000)
  utimesSync(changed, later, later)
  letOn()
  await line('gone.txt').getByText('Code file_vanished').waitFor()
  await line('changed.txt').getByText('Code file_changed').waitFor()
  await line('empty.pdf').getByText('Code file_empty').waitFor()
  await page.getByText('1 piece is kept, 3 not.').waitFor()
  await page.unroute('**/api/files')
  expect(await line('empty.pdf').getByRole('button', { name: 'Try again' }).count()).toBe(0)
  await line('changed.txt').getByText('choose it again').waitFor()
})

test('a name that turns the reading direction round, a very long one and a right-to-left one are read as what they are', async () => {
  const names = [`${'A very long name '.repeat(18).slice(0, 296)}.txt`, 'تقرير الصف الرابع.txt']
  const turned = 'photo\u202Egnp.exe'
  await choose([...names, turned].map(name => ({ name, mimeType: '', buffer: Buffer.from(name) })))
  await page.getByText('3 pieces are kept.').waitFor()
  for (const name of names) await line(name).first().waitFor()
  await line('photognp.exe').first().waitFor()
  const isWide = () => document.documentElement.scrollWidth > window.innerWidth
  await expect.poll(() => page.evaluate(isWide)).toBe(false)
  await page.goto(`${address}/evidence`)
  await page.getByRole('link', { name: 'photognp' }).first().waitFor()
  await expect.poll(() => page.evaluate(isWide)).toBe(false)
  // Kept as it came: what was frozen and signed later is the very name.
  const { lines } = await query(page, 'evidence.list', {})
  expect(lines.map(({ row }) => row.body.file?.name)).toContain(turned)
})
