import { expect, test } from 'vitest'
import { joinFromWelcome } from '../walk/story/join.ts'
import { found } from './axe-found.ts'
import { command } from './door.ts'
import { aStage } from './stage.ts'

const stage = aStage()

test('whoever reads that the district can’t be reached tells its new address; another district’s is refused', async () => {
  const folder = stage.folder()
  const first = await stage.districtProgram(folder)
  const other = await stage.districtProgram(stage.folder())
  const window = await stage.fresh()
  const { page, complaints, address: here } = window
  await joinFromWelcome(page, first.ready.address, first.ready.invitation ?? '')
  const foot = page.getByRole('contentinfo')
  const record = foot.getByText(/In the district record/).first()
  await record.waitFor()

  await first.stop()
  const district = await stage.districtProgram(folder)
  expect(district.ready.address).not.toBe(first.ready.address)
  await command(page, 'goal.add', {
    ...{ layer: 'personal', title: 'Written meanwhile', why: '' },
    ...{ serves: [], competencies: [] },
  })
  await page.goto(`${here}/settings/district`)
  const main = page.getByRole('main')
  await main.getByText('If your district has moved').waitFor()

  await main.getByRole('button', { name: 'The district has another address' }).click()
  const field = main.getByRole('textbox', { name: 'New address of the district' })
  await expect.poll(() => field.evaluate(input => input === document.activeElement)).toBe(true)
  const go = main.getByRole('button', { name: 'Ask there, and go there' })
  await go.click()
  await main.getByText('Write the address first.').waitFor()
  for (const [address, said] of [
    ['http://127.0.0.1:9', 'Nothing answers at http://127.0.0.1:9.'],
    [here, 'is not a district record.'],
    [other.ready.address, 'is another district than the one this computer was in.'],
  ] as const) {
    await field.fill(address)
    await go.click()
    await main.getByRole('alert').getByText(said).waitFor()
  }
  expect(await found(window)).toEqual([])

  await field.fill(district.ready.address)
  await field.press('Control+Enter')
  await main.getByRole('status').getByText('It is your district.').waitFor()
  await main.getByText(district.ready.address, { exact: true }).waitFor()
  await record.waitFor()
  await main.getByText('Nothing waits to go to the district.').waitFor()
  await expect.poll(() => main.getByText('If your district has moved').count()).toBe(0)
  // The answers that refuse are the point.
  expect(complaints.filter(line => !/\b(409|502)\b/.test(line))).toEqual([])
})
