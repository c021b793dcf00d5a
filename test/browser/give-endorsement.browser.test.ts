import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { buildBundle } from 'open-badges-validator-core/bundle/build'
import { publicKeyOf } from 'open-badges-validator-core/issue'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { districtPaths } from '../../contract/sync/version.ts'
import { GivenEndorsementRecord } from '../../core/endorsement/given.ts'
import { BadgeRecord } from '../../core/badge/record.ts'
import { bodyOn, earnedBadge } from '../../district/trial/claim.ts'
import type { TrialDevice } from '../../district/trial/device.ts'
import { joined } from '../../district/trial/device.ts'
import type { TrialDistrict } from '../../district/trial/district.ts'
import { pileBadge, pileIssuer } from '../builders/badge-pile.ts'
import { found } from './axe-found.ts'
import { aStage, type Seat } from './stage.ts'

const issuer = pileIssuer(3, 'Learn Anything')
const comment = 'Counts as six hours of professional learning with us.'

const stage = aStage()
let district: TrialDistrict
let maya: TrialDevice
let window: Seat
let page: Page
let badge: string
let ownBadge: string
beforeAll(async () => {
  district = await stage.district()
  maya = await joined(district, 'maya')
  const people = {
    maya,
    jonah: await joined(district, 'jonah'),
    ruth: await joined(district, 'ruth'),
  }
  ownBadge = bodyOn(maya, BadgeRecord, await earnedBadge(people, 'own'))?.credential ?? ''
  badge = await pileBadge(issuer, Date.now(), { person: 'M. Duarte', title: 'Talk moves' })
  window = await stage.of(district, 'ruth')
  ;({ page } = window)
})

async function verified(text: string): Promise<void> {
  await page.goto(`${window.address}/verify`)
  await page.getByRole('textbox', { name: /paste the text/ }).fill(text)
  await page.getByRole('button', { name: 'Check the text' }).click()
  await page.getByText('Nothing was changed since it was signed.').waitFor()
}
const endorse = () => page.getByRole('main').getByRole('button', { name: 'Endorse …' })
const dialog = () => page.getByRole('dialog')
const words = () => dialog().getByRole('textbox', { name: 'What your district says of it' })

test('the district’s own badge is endorsed by nobody', async () => {
  await verified(ownBadge)
  expect(await endorse().count()).toBe(0)
})

test('an officer endorses what a badge of another body stands for, by keys, knowing that its issuer is not known here', async () => {
  await verified(badge)
  await endorse().click()
  expect(await found(window)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await dialog().getByText('Write what your district stands for.').waitFor()
  await words().fill(comment)
  await page.keyboard.press('Control+Enter')
  await dialog().getByText('Say that you know of it, or look into it first.').waitFor()
  await dialog()
    .getByRole('checkbox', { name: /I know of this/ })
    .check()
  await page.keyboard.press('Control+Enter')
  await dialog().waitFor({ state: 'detached' })
  await page.getByRole('heading', { name: 'Your district endorses this' }).waitFor()
  await page.getByText(`All badges for this achievement: “${comment}”`).waitFor()
  expect(await found(window)).toEqual([])
})

test('where its issuer is known nothing needs to be said beside, and it can be endorsed itself, until a day', async () => {
  const createdAt = Date.now()
  const known = { id: issuer.did, name: issuer.name, fetchedAt: createdAt, source: 'State board' }
  const list = { name: 'State board', createdAt, entries: [], keys: [], issuers: [known] }
  const secret = Uint8Array.from({ length: 32 }, (_, at) => at * 5 + 3)
  await page.goto(`${window.address}/verify/trust`)
  await page
    .getByLabel('Add a list')
    .and(page.locator('input'))
    .setInputFiles({
      ...{ name: 'state.trust.json', mimeType: 'application/json' },
      buffer: Buffer.from(buildBundle(list, secret)),
    })
  const fingerprint = createHash('sha256').update(publicKeyOf(secret)).digest('hex')
  await page.getByRole('textbox', { name: 'The fingerprint you were given' }).fill(fingerprint)
  await page.keyboard.press('Enter')
  await page.getByText('Accepted on this computer').waitFor()
  await verified(badge)
  await page.getByText('In the list of issuers: State board.').waitFor()
  await page.getByRole('heading', { name: 'Your district endorses this' }).waitFor()
  await endorse().click()
  // Nobody says the same twice.
  await expect.poll(() => dialog().getByRole('radio').count()).toBe(2)
  await dialog().getByRole('radio', { name: 'Learn Anything as an issuer of badges' }).check()
  expect(await dialog().getByRole('checkbox').count()).toBe(0)
  await words().fill('We trust its judgement.')
  await dialog().getByLabel('In force until the end of').fill('2099-06-30')
  await dialog().getByRole('button', { name: 'Endorse' }).click()
  await page.getByText('This issuer: “We trust its judgement.”').waitFor()
  await endorse().click()
  await words().fill('Seen by us.')
  await page.keyboard.press('Control+Enter')
  await page.getByText('This one badge: “Seen by us.”').waitFor()
  // Its button is gone: whoever works by keys is still there.
  await endorse().waitFor({ state: 'detached' })
  await page.waitForFunction(() => document.activeElement !== document.body)
})

test('what is endorsed stands in a list for everybody, with its file to send on; taken back, Verify says so no more', async () => {
  await page.getByRole('link', { name: 'All that your district endorses' }).click()
  await page.getByRole('heading', { level: 1, name: 'What your district endorses' }).waitFor()
  await page.getByText(/In force since .*, until Jun.* given by Ruth/).waitFor()
  expect(await found(window)).toEqual([])
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: /^Save as a file: .* Talk moves \(All badges/ }).click()
  const saved = await saving
  expect(saved.suggestedFilename()).toBe('talk-moves.endorsement.json')
  const text = readFileSync(await saved.path(), 'utf8')
  expect(JSON.parse(text).credentialSubject.endorsementComment).toBe(comment)
  // Verify tells what the file is, and that it holds.
  await verified(text)
  await page
    .getByText(/Open Badges 3.0 endorsement/)
    .first()
    .waitFor()

  const id = await maya.until(() =>
    [...maya.records.keys()].find(
      key =>
        key.startsWith(GivenEndorsementRecord.kind) &&
        bodyOn(maya, GivenEndorsementRecord, key.split('/')[1] ?? '')?.endorsed.kind ===
          'achievement',
    ),
  )
  const stranger = await stage.page({ javaScriptEnabled: false })
  const address = `${district.address}${districtPaths.endorsements}/${id.split('/')[1]}`
  await stranger.goto(address)
  await stranger.getByText('This endorsement is in force.').waitFor()
  await stranger.getByRole('link', { name: 'Español' }).click()
  await stranger.getByText('Este aval está vigente.').waitFor()

  await page.goto(`${window.address}/verify/endorsements`)
  await page.getByRole('button', { name: /^Take back .* Talk moves \(All badges/ }).click()
  expect(await found(window)).toEqual([])
  await dialog()
    .getByRole('textbox', { name: /Reason/ })
    .fill('The course has closed.')
  await page.keyboard.press('Control+Enter')
  await page.getByText(/Taken back .* by Ruth.* Reason: The course has closed\./).waitFor()
  await verified(badge)
  await page.getByText('This issuer: “We trust its judgement.”').waitFor()
  expect(await page.getByText(comment).count()).toBe(0)
  await maya.until(() =>
    bodyOn(maya, GivenEndorsementRecord, id.split('/')[1] ?? '')?.state === 'withdrawn'
      ? true
      : undefined,
  )
  await stranger.goto(address)
  await stranger.getByText(/This endorsement was taken back on/).waitFor()
  await stranger.getByText('The course has closed.').waitFor()
  expect(window.complaints).toEqual([])
})
