import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { found } from './axe-found.ts'
import { query, until } from './door.ts'
import { become, playLoop } from './loop-played.ts'
import { freshComputer, openWindow, startBrowser, type Computer, type Window } from './window.ts'

let browser: Browser
let computer: Computer
let window: Window

// A demo of its own: what is released is gone from the desk that other tests look at.
beforeAll(async () => {
  browser = await startBrowser()
  computer = await freshComputer()
  window = await openWindow(browser, computer.startLink)
  await window.page.getByRole('button', { name: /Try the demo district/ }).click()
  await window.page.getByRole('navigation').waitFor({ timeout: 60_000 })
  await playLoop(window.page)
})
afterAll(async () => {
  await browser.close()
  await computer.close()
})

test('Ruth sees in the office what Jonah reads, and releases it: it waits for coaches again', async () => {
  const { page } = window
  await become(page, 'ruth')
  await page.goto(`${computer.address}/issue`)
  const line = page
    .getByRole('list', { name: 'Being read by coaches' })
    .getByRole('listitem')
    .filter({ hasText: 'Desmond Pryor' })
  await line.getByText(/with Jonah Feld · answer by/).waitFor({ timeout: 30_000 })
  expect(await found(window)).toEqual([])
  await line.getByRole('button', { name: /^Release “.+” of Desmond Pryor$/ }).click()
  await line.waitFor({ state: 'detached' })
  await become(page, 'lucia')
  await until('the claim in the queue of another coach', async () => {
    const { pool } = await query(page, 'reviews', {})
    return pool.find(({ body }) => body.owner === 'desmond' && body.readers.length === 0)
  })
})
