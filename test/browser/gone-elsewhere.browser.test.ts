import { expect, test } from 'vitest'
import { aStage } from './stage.ts'

const stage = aStage()

test('who goes elsewhere while a goal is being kept stays there, and the goal is kept', async () => {
  const { page, complaints } = await stage.alone('Maya')
  const write = async (title: string) => {
    await page.getByRole('link', { name: 'Plan', exact: true }).click()
    await page
      .getByRole('button', { name: /New goal|Write a goal/ })
      .first()
      .click()
    await page.getByRole('textbox', { name: 'What will you do better?' }).fill(title)
    await page.getByRole('button', { name: 'Add the goal' }).click()
  }

  const opened: string[] = []
  page.on('framenavigated', frame => {
    if (frame.url().includes('/goals/')) opened.push(frame.url())
  })
  const answer = Promise.withResolvers<void>()
  const asked = Promise.withResolvers<void>()
  await page.route('**/api/commands', async route => {
    asked.resolve()
    await answer.promise
    await route.continue()
  })
  await write('Written in a hurry')
  await asked.promise
  await page.getByRole('link', { name: 'Evidence', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: /^Evidence/ }).waitFor()
  const answered = page.waitForResponse('**/api/commands')
  answer.resolve()
  await (await answered).finished()
  await page.getByRole('link', { name: 'Plan', exact: true }).click()
  await page.getByText('Written in a hurry').first().waitFor()
  await page.unroute('**/api/commands')

  await write('Written and waited for')
  await page.waitForURL('**/goals/*')
  // The second alone: nobody was pulled to the first.
  expect(opened).toEqual([page.url()])
  expect(complaints).toEqual([])
})
