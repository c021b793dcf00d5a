import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { found } from './axe-found.ts'
import { command } from './door.ts'
import { aStage } from './stage.ts'

/** Keeps a file of so many bytes, of which it is said that it shows nobody. */
async function keep(page: Page, name: string, sizeBytes: number): Promise<string> {
  const told = await page.evaluate(
    async ([file, size]) => {
      const secret = localStorage.getItem('meritfolio.secret') ?? ''
      const headers = { 'x-meritfolio': secret, 'x-file-name': `${file}.txt` }
      const body = file.repeat(Math.ceil(size / file.length)).slice(0, size)
      return (await fetch('/api/files', { method: 'POST', headers, body })).text()
    },
    [name, sizeBytes] as const,
  )
  const { file } = JSON.parse(told.trim().split('\n').at(-1) ?? '')
  const kept = await command(page, 'evidence.keep', {
    ...{ kind: 'file', title: name, note: '', file, happenedOn: '2026-11-20' },
    ...{ shown: 'nobody', goals: [] },
  })
  return kept['evidence'] ?? ''
}

const stage = aStage()

test('who has no room left in the district reads it on Today, at the foot and in Settings, with how much there is and what to do', async () => {
  const district = await stage.districtProgram(stage.folder(), 0, ['--quota-gb', '0.001'])
  const { address, invitation: code = '' } = district.ready
  const { page, complaints } = await stage.joined({ address, code })
  const foot = page.getByRole('contentinfo')
  await keep(page, 'lesson', 700_000)
  await foot
    .getByText(/In the district record/)
    .first()
    .waitFor()
  await keep(page, 'film', 600_000)
  await foot.getByText('Needs you: 1 file has no room left in the district.').first().waitFor()
  await page
    .getByRole('main')
    .getByText('1 file of yours has no room left in the district')
    .waitFor()
  expect(await page.getByRole('main').innerText()).not.toContain('Nothing needs you')
  await foot.getByRole('link', { name: 'See why' }).click()
  const section = page.getByRole('heading', { name: 'Your files in the district' }).locator('..')
  await section.getByText('1 file, 700 kB of the 1 MB that the district keeps for you.').waitFor()
  await section.getByText('Put evidence that you no longer need in the trash').waitFor()
  await page.getByRole('heading', { name: 'This computer’s copy of the record' }).waitFor()
  expect(await found({ page })).toEqual([])
  // Everything else goes on.
  await command(page, 'goal.add', {
    ...{ layer: 'personal', title: 'Needs no room', why: '' },
    ...{ serves: [], competencies: [] },
  })
  await page.getByText('Nothing waits to go to the district.').waitFor()
  expect(complaints).toEqual([])
})
