import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inviteSomeone, joinFromWelcome } from '../walk/story/join.ts'
import { aStage } from './stage.ts'

const stage = aStage()

test('a computer that was sent away says so on every screen, hands over what waits, and joins again with all of it', async () => {
  const district = await stage.districtProgram(stage.folder())
  const { address, invitation = '' } = district.ready
  const { page: office } = await stage.fresh()
  await joinFromWelcome(office, address, invitation)
  const maya = { name: 'Maya Okafor', place: 'Grade 4', roles: ['Educator'] }
  const code = await inviteSomeone(office, maya)
  const { page, complaints } = await stage.fresh()
  await joinFromWelcome(page, address, code)
  const foot = page.getByRole('contentinfo')
  await foot
    .getByText(/In the district record/)
    .first()
    .waitFor()

  await office.reload()
  await office.getByRole('button', { name: /^Revoke .* of Maya Okafor$/ }).click()
  await office.getByRole('button', { name: 'Revoke this computer' }).click()
  await page.getByRole('link', { name: 'Plan', exact: true }).click()
  await page
    .getByRole('button', { name: /New goal|Write a goal/ })
    .first()
    .click()
  const title = 'Written when it was over'
  await page.getByRole('textbox', { name: 'What will you do better?' }).fill(title)
  await page.getByRole('button', { name: 'Add the goal' }).click()
  await foot
    .getByText(/^Needs you: the district no longer accepts this computer/)
    .first()
    .waitFor()

  await page.getByRole('link', { name: 'Today' }).click()
  await page.getByRole('heading', { level: 1, name: /day, / }).waitFor()
  expect(await page.getByRole('main').innerText()).not.toContain('Nothing needs you')
  await foot.getByRole('link', { name: 'See why' }).click()
  await page.getByText(/no longer accepts this computer, and tells it nothing more/).waitFor()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save what waits as a file' }).click()
  const saved = await (await download).path()
  expect(readFileSync(saved, 'utf8')).toContain(title)

  const jonah = { name: 'Jonah Reyes', place: 'Grade 5', roles: ['Educator'] }
  const another = await inviteSomeone(office, jonah)
  await page.getByRole('textbox', { name: 'Invitation code' }).fill(another)
  await page.getByRole('button', { name: /^Join/ }).last().click()
  await page.getByText('belongs to another person of the district.').waitFor()
  await page.getByRole('button', { name: 'Begin anew for somebody else' }).click()
  const sure = page.getByRole('region', { name: 'Put everything aside and begin anew' })
  await sure.getByText('1 thing waits to go to the district.').waitFor()
  await sure.getByRole('button', { name: 'Save what waits as a file' }).waitFor()
  await sure.getByRole('button', { name: 'Leave it as it is' }).click()

  await office.getByRole('button', { name: 'Invite Maya Okafor' }).click()
  const shown = office.getByRole('region', { name: 'Invitation for Maya Okafor' })
  const again = (await shown.locator('code').innerText()).trim()
  await page.getByRole('textbox', { name: 'Invitation code' }).fill(again)
  await page.getByRole('button', { name: /^Join/ }).last().click()
  await page.getByText('This computer is in the district again.').waitFor()
  await foot
    .getByText(/In the district record/)
    .first()
    .waitFor()
  await page.getByRole('link', { name: 'Plan', exact: true }).click()
  await page.getByText(title).first().waitFor()
  // The refusal is the point.
  expect(complaints.filter(line => !line.includes('409'))).toEqual([])
})
