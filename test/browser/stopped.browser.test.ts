import { expect, test } from 'vitest'
import { beginAlone } from './window.ts'
import { aStage } from './stage.ts'

const stage = aStage()

test('a window whose program was closed says so, calls nothing saved, and goes on by itself when it is there again', async () => {
  const folder = stage.folder()
  let program = await stage.device(folder)
  const { page } = await stage.window(program.ready.startLink)
  // Of what is fetched ahead of its visit, one script does not come.
  const ofEvidence = '**/assets/timeline-*.js'
  await page.route(ofEvidence, route => route.abort())
  await beginAlone(page, 'Maya')
  const foot = page.getByRole('contentinfo')
  await page.getByRole('link', { name: 'Plan', exact: true }).click()
  await page
    .getByRole('button', { name: /New goal|Write a goal/ })
    .first()
    .click()
  await page.getByRole('textbox', { name: 'What will you do better?' }).fill('Ask better questions')

  await program.stop()
  await page.getByRole('button', { name: 'Add the goal' }).click()
  await page.getByText('Code program_gone').waitFor()
  await foot
    .getByText(/^Needs you: Meritfolio was closed/)
    .first()
    .waitFor()
  await foot.getByText('Saved here').first().waitFor({ state: 'detached' })

  program = await stage.device(folder, Number(new URL(program.ready.address).port))
  await foot.getByText('Saved here').first().waitFor()
  await page.getByRole('button', { name: 'Add the goal' }).click()
  await page.getByRole('link', { name: 'Ask better questions' }).first().waitFor()

  // A screen whose script was not there yet waits, and comes once the program is.
  await program.stop()
  await page.unroute(ofEvidence)
  await page.getByRole('link', { name: 'Evidence', exact: true }).click()
  await page.getByText(/^The program on this computer does not answer/).waitFor()
  program = await stage.device(folder, Number(new URL(program.ready.address).port))
  await page.getByRole('heading', { level: 1, name: 'Evidence' }).waitFor()
  await foot.getByText('Saved here').first().waitFor()
  expect(await page.getByText('Something in Meritfolio itself went wrong').count()).toBe(0)
})
