import { expect, test } from 'vitest'
import { freshComputer, openWindow, startBrowser } from './window.ts'

test('who tried the demo leaves it for work of their own, opens it again beside that, and comes back', async () => {
  const browser = await startBrowser()
  const computer = await freshComputer()
  const { page, complaints } = await openWindow(browser, computer.startLink)
  const places = page.getByRole('navigation')
  const leave = places.getByRole('button', { name: 'Leave the demo' })

  await page.getByRole('button', { name: /Try the demo district/ }).click()
  await leave.waitFor({ timeout: 60_000 })
  await places.getByText('Maya Okafor', { exact: true }).waitFor()
  await leave.click()
  await page.getByRole('button', { name: /Work on this computer/ }).click()
  await page.getByRole('textbox', { name: 'Your name' }).fill('Ana Solís')
  await page.getByRole('button', { name: /^Begin/ }).click()
  await places.getByText('Ana Solís').waitFor()
  expect(await leave.count()).toBe(0)

  await page.goto(`${computer.address}/settings/district`)
  await page.getByRole('button', { name: 'Open the demo' }).click()
  await leave.waitFor({ timeout: 60_000 })
  await page.goto(`${computer.address}/settings/district`)
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
  await browser.close()
  await computer.close()
})
