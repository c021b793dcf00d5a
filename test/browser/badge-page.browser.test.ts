import { readFileSync } from 'node:fs'
import { unbake } from 'open-badges-validator-core/bake'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { BadgeRecord } from '../../core/badge/record.ts'
import { bodyOn, earnedClaim } from '../../district/trial/claim.ts'
import { joined } from '../../district/trial/device.ts'
import type { TrialDistrict } from '../../district/trial/district.ts'
import { found } from './axe-found.ts'
import { aStage } from './stage.ts'

const stage = aStage()
let district: TrialDistrict
let id: string
let suspended: string
let credential: string
beforeAll(async () => {
  district = await stage.district()
  const maya = await joined(district, 'maya')
  const jonah = await joined(district, 'jonah')
  const ruth = await joined(district, 'ruth')
  const signed = async (bytes: string) => {
    const claim = await earnedClaim(maya, jonah, bytes)
    const badge = (await ruth.act('badge.approve', { claim })).id('badge')
    const text = await maya.until(() => bodyOn(maya, BadgeRecord, badge)?.credential)
    return { badge, text }
  }
  ;({ badge: id, text: credential } = await signed('one'))
  ;({ badge: suspended } = await signed('two'))
  await ruth.act('badge.suspend', { badge: suspended, reason: 'Somebody asked a question.' })
})

/** A page of a stranger, and whatever the browser complained about. */
async function opened(path: string, options: BrowserContextOptions = {}) {
  const page = await stage.page(options)
  const complaints: string[] = []
  page.on('console', message => complaints.push(message.text()))
  await page.goto(`${district.address}/badges/${path}`)
  return { page, complaints, close: () => page.context().close() }
}

const downloaded = async (page: Page, name: RegExp) => {
  const waiting = page.waitForEvent('download')
  await page.getByRole('link', { name }).click()
  return readFileSync(await (await waiting).path())
}

test('a stranger without scripts reads a badge, changes the language, and takes the badge itself along', async () => {
  const { page, complaints, close } = await opened(id, { javaScriptEnabled: false })
  await expect
    .poll(() => page.getByRole('heading', { level: 1 }).textContent())
    .toContain('An exit ticket')
  await expect.poll(() => page.getByText('This badge holds.').isVisible()).toBe(true)
  expect((await downloaded(page, /JSON/)).toString()).toBe(credential)
  expect(unbake(await downloaded(page, /PNG/))).toMatchObject({ value: { text: credential } })
  await page.getByRole('link', { name: 'Español' }).click()
  await page.getByText('Esta insignia vale.').waitFor()
  expect(complaints).toEqual([])
  await close()
})

test('its look arrives, in light and dark, and nothing is wider than a telephone', async () => {
  const { page, complaints, close } = await opened(suspended, {
    viewport: { width: 320, height: 640 },
  })
  const measure = () =>
    page.evaluate(() => ({
      width: document.documentElement.scrollWidth,
      paper: getComputedStyle(document.body).backgroundColor,
    }))
  const light = await measure()
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await measure()
  expect(light).toEqual({ width: 320, paper: 'rgb(243, 240, 232)' })
  expect(dark).toEqual({ width: 320, paper: 'rgb(20, 22, 26)' })
  expect(complaints).toEqual([])
  await close()
})

test.each([
  ['a badge that holds', () => id],
  ['a suspended one', () => suspended],
  ['no badge at all', () => 'nothing-here'],
])('everybody can read the page of %s', async (_what, path) => {
  const { page, close } = await opened('page.css')
  // What looks into the page is a script itself: for it the policy is left out.
  await page.route('**/badges/*', async route => {
    const response = await route.fetch()
    const headers = { ...response.headers(), 'content-security-policy': '' }
    await route.fulfill({ response, headers })
  })
  await page.goto(`${district.address}/badges/${path()}`)
  expect(await found({ page })).toEqual([])
  await close()
})
