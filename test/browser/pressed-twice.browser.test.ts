import { expect, test } from 'vitest'
import { query } from './door.ts'
import { aStage } from './stage.ts'

const stage = aStage()

test('what is pressed again before its end is seen is done once, and a key that is held presses once', async () => {
  const { page, complaints } = await stage.alone('Maya')
  await page.getByRole('link', { name: 'Plan', exact: true }).click()
  await page.getByRole('button', { name: /Write a goal/ }).waitFor()

  // Held down: the form that the first press opens is not sent off, empty, by what the keyboard repeats.
  await page.keyboard.down('Control')
  await page.keyboard.down('Enter')
  const title = page.getByRole('textbox', { name: 'What will you do better?' })
  await title.waitFor()
  await page.keyboard.down('Enter')
  await page.keyboard.up('Enter')
  await page.keyboard.up('Control')
  await title.evaluate(() => new Promise(requestAnimationFrame))
  expect(await page.getByText('Write the goal first.').count()).toBe(0)
  await title.fill('Written once')

  // Kept already, while the screen is still asking what there is now.
  const asking = Promise.withResolvers<void>()
  const answers = Promise.withResolvers<void>()
  await page.route('**/api/queries/**', async route => {
    asking.resolve()
    await answers.promise
    await route.continue()
  })
  const add = page.getByRole('button', { name: 'Add the goal' })
  await add.click()
  await asking.promise
  await add.click()
  await title.press('Control+Enter')
  answers.resolve()
  await page.waitForURL('**/goals/*')
  await page.unroute('**/api/queries/**')
  const { goals } = await query(page, 'plan', {})
  expect(goals.map(goal => goal.body.title)).toEqual(['Written once'])

  expect(complaints).toEqual([])
})
