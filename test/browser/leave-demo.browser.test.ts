import { expect, test } from 'vitest'
import { aStage } from './stage.ts'

const stage = aStage()

test('who tried the demo leaves it for work of their own, opens it again beside that, and comes back', async () => {
  const { page, complaints, address } = await stage.fresh()
  const places = page.getByRole('navigation')
  const leave = places.getByRole('button', { name: 'Leave the demo' })

  await page.getByRole('button', { name: /Try the demo district/ }).click()
  await leave.waitFor()
  await places.getByText('Maya Okafor', { exact: true }).waitFor()
  await leave.click()
  await page.getByRole('button', { name: /Work on this computer/ }).click()
  await page.getByRole('textbox', { name: 'Your name' }).fill('Ana Solís')
  await page.getByRole('button', { name: /^Begin/ }).click()
  await places.getByText('Ana Solís').waitFor()
  await expect.poll(() => leave.count()).toBe(0)

  await page.goto(`${address}/settings/district`)
  await page.getByRole('button', { name: 'Open the demo' }).click()
  await leave.waitFor()
  await page.goto(`${address}/settings/district`)
  // Where one looks for joining one's own district.
  const joining = page.getByRole('main').getByRole('button', { name: 'Leave the demo' })
  await joining.click()
  await places.getByText('Ana Solís').waitFor()
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('tab', { name: 'District' }).click()
  await page.getByRole('heading', { name: 'Join my district' }).waitFor()
  await page.getByRole('button', { name: /^Join/ }).waitFor()

  // What a window still asks as the one before is refused, and it begins anew.
  expect(complaints.filter(line => !line.includes('409'))).toEqual([])
})
