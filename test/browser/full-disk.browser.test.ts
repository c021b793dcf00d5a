import { expect, test } from 'vitest'
import { command, query, until } from './door.ts'
import { aStage } from './stage.ts'

const stage = aStage()

test('on a full disk nothing is called saved: field and foot say why, and once there is room the words are on disk', async () => {
  const { page, address } = await stage.alone('Maya')
  const { micros } = await query(page, 'micro-credentials', {})
  const [micro] = micros
  if (micro === undefined) throw new Error('nothing ships')
  const made = await command(page, 'claim.start', {
    microCredential: micro.id,
    code: micro.body.code,
  })
  const claim = made['claim'] ?? ''
  await page.goto(`${address}/claims/${claim}`)
  const answer = page.getByRole('textbox', { name: /^Your answer/ }).first()
  const foot = page.getByRole('contentinfo')
  const texts = async () =>
    Object.values((await query(page, 'claim', { claim })).draft?.body.answers ?? {})

  await answer.click()
  await page.keyboard.type('Before. ')
  await until('the first words on disk', async () =>
    (await texts()).includes('Before. ') ? true : undefined,
  )
  // What the program answers on a disk without room (`device/place/act.ts`).
  const full = { status: 507, json: { code: 'disk_full' } }
  await page.route('**/api/commands', route => route.fulfill(full))
  await page.keyboard.type('On a full disk.')
  await page.getByRole('alert').filter({ hasText: 'Make room and try again' }).waitFor()
  await foot.getByText('Kept in this window; saving again. There is no room').first().waitFor()
  // What is spoken follows at its own pace.
  await foot.getByText('Saved here').first().waitFor({ state: 'detached' })
  await expect.poll(texts).toEqual(['Before. '])

  // Also from another screen.
  await page.getByRole('link', { name: 'Plan', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: /^Plan/ }).waitFor()
  await expect.poll(() => foot.innerText()).toContain('There is no room left on this computer.')
  await page.unroute('**/api/commands')
  await foot.getByText('Saved here').first().waitFor()
  await until('the words on disk', async () =>
    (await texts()).includes('Before. On a full disk.') ? true : undefined,
  )
})
