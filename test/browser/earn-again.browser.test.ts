import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { found } from './axe-found.ts'
import { command, query, until } from './door.ts'
import { become, type Played } from './loop-played.ts'
import { allThere } from './visit.ts'
import { aStage, type Seat } from './stage.ts'

const stage = aStage()
let window: Seat
let page: Page
let played: Played

// A demo of its own: what is begun again, and revoked, is not what other tests look for.
beforeAll(async () => {
  const own = await stage.ownDemo()
  ;({ played } = own)
  window = own
  ;({ page } = window)
  await become(page, 'maya')
})

const dayMs = 86_400_000
const goTo = async (path: string) => {
  await page.goto(`${window.address}${path}`)
  await allThere(page)
}
const main = () => page.getByRole('main')
const badgeOf = async () => {
  const { badge, claim } = await query(page, 'badge', { badge: played.badge })
  if (badge === undefined || claim === undefined) throw new Error('no badge to renew')
  return { badge, claim }
}

test('what was earned and holds can be begun again, but the key only looks at it', async () => {
  const { claim } = await badgeOf()
  await goTo(`/micro-credentials/${claim.body.microCredential}`)
  await main()
    .getByText(/You earned this one\. Starting again begins a new claim/)
    .waitFor()
  await page.getByRole('button', { name: 'Start again', exact: true }).waitFor()
  expect(await found(window)).toEqual([])
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.waitForURL(`**/claims/${claim.id}`)
  const { claims } = await query(page, 'claims', {})
  expect(claims.filter(row => row.body.code === claim.body.code)).toHaveLength(1)
})

/** The demo's badges have no end: the screens are told of one. */
async function endsAt(ms: number): Promise<void> {
  const signed = /"signedAt":/g
  await page.unroute('**/api/queries/*')
  await page.route('**/api/queries/*', async route => {
    // What the browser itself would say: without it the program answers nobody.
    const headers = { ...route.request().headers(), 'sec-fetch-site': 'same-origin' }
    const answer = await route.fetch({ headers })
    const body = (await answer.text()).replace(signed, `"validUntil":${ms},"signedAt":`)
    await route.fulfill({ response: answer, body })
  })
}

test('before its end a badge tells everywhere how it is renewed', async () => {
  const { badge, claim } = await badgeOf()
  await endsAt(Date.now() + 30 * dayMs)
  await goTo('/today')
  await main().getByText(`Renew your badge “${badge.body.title}”`, { exact: true }).waitFor()
  await goTo('/micro-credentials')
  await main()
    .getByText(/^You earned this one\. This badge ends .+\.$/)
    .waitFor()
  await goTo(`/claims/${claim.id}`)
  await main()
    .getByText(/The badge is yours until .+; it can be renewed/)
    .waitFor()
  await goTo('/badges')
  await page.getByRole('link', { name: `Renew it: ${badge.body.title}` }).waitFor()
  expect(await found(window)).toEqual([])
  await goTo(`/badges/${badge.id}`)
  const note = page.getByRole('alert').filter({ hasText: /This badge ends/ })
  expect(await found(window)).toEqual([])
  await note.getByRole('link', { name: 'Renew it' }).click()
  await page
    .getByRole('button', { name: /^Start again/ })
    .filter({ hasText: 'Ctrl Enter' })
    .waitFor()
  await endsAt(Date.now() - dayMs)
  await goTo(`/badges/${badge.id}`)
  await page
    .getByRole('alert')
    .filter({ hasText: /This badge ended/ })
    .waitFor()
})

test('one that was revoked is begun anew by the key, and then nothing asks for it any more', async () => {
  await page.unroute('**/api/queries/*')
  await become(page, 'ruth')
  await command(page, 'badge.revoke', { badge: played.badge, reason: 'Issued by mistake.' })
  await become(page, 'maya')
  const { claim } = await until('the badge that was revoked', async () => {
    const there = await badgeOf()
    return there.badge.body.state === 'revoked' ? there : undefined
  })
  await goTo(`/badges/${played.badge}`)
  await page.getByRole('link', { name: 'Renew it' }).click()
  await page.getByRole('button', { name: /^Start again/ }).waitFor()
  await page.getByRole('link', { name: 'See your claim' }).waitFor()
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.getByRole('button', { name: /^Send claim/ }).waitFor()
  const { claims } = await query(page, 'claims', {})
  const begun = claims.find(row => row.body.state === 'draft' && row.body.code === claim.body.code)
  await goTo(`/badges/${played.badge}`)
  await page.getByRole('link', { name: 'Go on with the new claim' }).click()
  await page.waitForURL(`**/claims/${begun?.id}`)
})

test('nothing broke on the way', () => {
  expect(window.complaints).toEqual([])
})
