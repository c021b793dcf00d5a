import type { Page } from 'playwright-core'
import type { BatchSaid } from '../../contract/device/verifying.ts'
import { changedByOneBit, pileBadge, pileIssuer } from '../builders/badge-pile.ts'
import { ask } from './door.ts'

/** So many are of an issuer that nobody knows: one more than are shown at once. */
const strangers = 6

/** A list with something of every kind but what holds, opened where all of it is checked. */
export async function aList(page: Page): Promise<void> {
  const begun: BatchSaid = JSON.parse(await ask(page, '/api/verifying', { name: 'Spring hires' }))
  const issuer = pileIssuer(7, 'Learn Anything')
  const now = Date.now()
  const person = 'D. Marsh'
  const changed = changedByOneBit(
    await pileBadge(issuer, now, { person, title: 'Wait time' }),
    person,
  )
  const texts = [changed, 'Dear office, my badges are on paper.']
  for (let index = 0; index < strangers; index += 1)
    texts.push(await pileBadge(issuer, now, { person: `M. Duarte ${index}`, title: 'Talk moves' }))
  for (const text of texts) await ask(page, `/api/verifying/${begun.id}/text`, { text })
  await page.goto(new URL(`/verify/${begun.id}`, page.url()).href)
  await page.getByRole('rowheader', { name: /^Issuer not known here, 6/ }).waitFor()
  await page.getByRole('complementary').getByRole('heading', { level: 2 }).waitFor()
}
