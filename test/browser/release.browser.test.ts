import { beforeAll, expect, test } from 'vitest'
import { found } from './axe-found.ts'
import { query, until } from './door.ts'
import { become } from './loop-played.ts'
import { aStage, type Seat } from './stage.ts'

const stage = aStage()
let window: Seat

// A demo of its own: what is released is gone from the desk that other tests look at.
beforeAll(async () => {
  window = await stage.ownDemo()
})

test('Ruth sees in the office what Jonah reads, and releases it: it waits for coaches again', async () => {
  const { page } = window
  await become(page, 'ruth')
  await page.goto(`${window.address}/issue`)
  const line = page
    .getByRole('list', { name: 'Being read by coaches' })
    .getByRole('listitem')
    .filter({ hasText: 'Desmond Pryor' })
  await line.getByText(/with Jonah Feld · answer by/).waitFor()
  expect(await found(window)).toEqual([])
  await line.getByRole('button', { name: /^Release “.+” of Desmond Pryor$/ }).click()
  await line.waitFor({ state: 'detached' })
  await become(page, 'lucia')
  await until('the claim in the queue of another coach', async () => {
    const { pool } = await query(page, 'reviews', {})
    return pool.find(({ body }) => body.owner === 'desmond' && body.readers.length === 0)
  })
})
