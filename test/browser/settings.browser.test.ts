import type { Page } from 'playwright-core'
import { beforeAll, expect, inject, test } from 'vitest'
import { found } from './axe-found.ts'
import type { Session } from '../../contract/device/session.ts'
import { ask, look, query } from './door.ts'
import { become } from './loop-played.ts'
import { aStage, type Seat } from './stage.ts'

const stage = aStage()
let open: Seat
let page: Page
beforeAll(async () => {
  open = await stage.alone('Maya')
  ;({ page } = open)
})

const field = () => page.getByRole('textbox', { name: 'Name' })
const nav = () => page.getByRole('navigation')
const foot = () => page.getByRole('contentinfo')
const kept = async () => (await query(page, 'people', {})).people[0]?.body.name

test('who works alone changes their name by leaving the field, and undoes it from anywhere', async () => {
  await page.goto(`${open.address}/settings/you`)
  await field().fill('Maya Duarte')
  await page.keyboard.press('Tab')
  await foot().getByText('Name changed.').waitFor()
  await nav().getByText('Maya Duarte').waitFor()
  await expect.poll(kept).toBe('Maya Duarte')
  expect(await found(open)).toEqual([])

  await page.getByRole('link', { name: 'Today' }).click()
  await page.getByRole('heading', { level: 1, name: /Today|Hello|day/ }).waitFor()
  await page.keyboard.press('ControlOrMeta+z')
  await foot().getByText('Undone: name changed.').waitFor()
  await nav().getByText('Maya', { exact: true }).waitFor()
  await expect.poll(kept).toBe('Maya')
})

test('Enter keeps it once; a key that leads away keeps it too', async () => {
  await page.goto(`${open.address}/settings/you`)
  await field().fill('M. Duarte')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await nav().getByText('M. Duarte').waitFor()
  await page.keyboard.press('ControlOrMeta+z')
  await nav().getByText('Maya', { exact: true }).waitFor()

  await field().fill('Maya D.')
  await page.keyboard.press('Alt+1')
  await page.waitForURL(/today/)
  await nav().getByText('Maya D.').waitFor()
})

test('Escape leaves the name as it was', async () => {
  await page.goto(`${open.address}/settings/you`)
  await field().fill('Nobody')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await expect.poll(() => field().inputValue()).toBe('Maya D.')
  await expect.poll(kept).toBe('Maya D.')
})

test('an emptied name is asked for, and the one before stays', async () => {
  await page.goto(`${open.address}/settings/you`)
  await field().fill('  ')
  await page.keyboard.press('Tab')
  await page.getByText('Write a name; until then the one before stays.').waitFor()
  await expect.poll(kept).toBe('Maya D.')
  expect(await found(open)).toEqual([])
  await ask(page, '/api/settings', { language: 'es' })
  await page.reload()
  await page.getByRole('textbox', { name: 'Nombre' }).waitFor()
  expect(await found(open)).toEqual([])
  await ask(page, '/api/settings', { language: 'en' })
  expect(open.complaints).toEqual([])
})

test('a computer of one’s own is called as one likes, read by its person and by who administers it', async () => {
  const demo = inject('demo')
  const window = await stage.demo()
  const there = window.page
  const goTo = (path: string) => there.goto(new URL(path, demo.address).href)
  const change = () => there.getByRole('button', { name: /^Change its name/ })
  const name = () => there.getByRole('textbox', { name: 'Name of the computer' })
  await become(there, 'lucia')
  await goTo('/settings/district')
  const own = there.locator('#computers')
  await change().press('Enter')
  await name().fill('At the kitchen table')
  expect(await found(window)).toEqual([])
  await there.keyboard.press('Enter')
  await own.getByText('At the kitchen table').waitFor()
  await expect
    .poll(() => there.evaluate(() => document.activeElement?.textContent))
    .toBe('Change its name')

  await change().press('Enter')
  await name().fill('In the car')
  await there.keyboard.press('Tab')
  await own.getByText('In the car').waitFor()
  await there.keyboard.press('ControlOrMeta+z')
  await own.getByText('At the kitchen table').waitFor()
  expect(await found(window)).toEqual([])

  // Known without the district's answer too.
  await there.route('**/api/district/devices/own', route => route.abort())
  await there.reload()
  await own.getByText('At the kitchen table').waitFor()

  await become(there, 'desmond')
  await goTo('/people')
  await there
    .getByRole('button', { name: 'Revoke At the kitchen table of Lucía Herrera Vega' })
    .click()
  await there.getByText('“At the kitchen table” of Lucía Herrera Vega will no longer').waitFor()
  await become(there, 'jonah')
  await goTo('/settings/district')
  await change().waitFor()
  expect(await there.getByText('At the kitchen table').count()).toBe(0)
  expect(window.complaints.filter(said => !said.includes('ERR_FAILED'))).toEqual([])
})

test('in a district the name is the directory’s: each reads who can change it, an administrator goes there', async () => {
  const window = await stage.demo()
  /** A further computer of one of the demo's people, that says what its settings say of them. */
  const joinedAs = async (person: 'lucia' | 'desmond') => {
    await become(window.page, person)
    const session: Session = JSON.parse(await look(window.page, '/api/session'))
    const address = session.district?.address ?? ''
    const invited = await ask(window.page, '/api/district/invitations', { person })
    const { code } = JSON.parse(invited)
    const there = await stage.joined({ address, code })
    await there.page.goto(`${there.address}/settings/you`)
    return there
  }
  const lucia = await joinedAs('lucia')
  const theirs = 'Your district keeps these; an administrator can change them in People and access.'
  await lucia.page.getByText(theirs).waitFor()
  expect(await lucia.page.getByRole('textbox', { name: 'Name' }).count()).toBe(0)
  // The other computer of theirs is in the list, by the name that it was given.
  await lucia.page.goto(`${lucia.address}/settings/district`)
  const other = lucia.page.locator('#computers li', { hasText: 'Another computer' })
  await other.getByText('At the kitchen table').waitFor()
  await other.getByRole('button', { name: /^End its access: “At the kitchen table”/ }).click()
  await other.getByRole('button', { name: 'Leave it' }).click()
  expect(await found(lucia)).toEqual([])

  const desmond = await joinedAs('desmond')
  await desmond.page.getByText('you can change your name yourself').waitFor()
  const way = desmond.page.getByRole('tabpanel').getByRole('link', { name: 'People and access' })
  await way.click()
  await desmond.page.getByRole('heading', { level: 1, name: 'People and access' }).waitFor()
})
