import { expect } from '../expect.ts'
import type { Page } from 'playwright-core'

/** Joins a fresh computer to the district, from the first screen. */
export async function joinFromWelcome(page: Page, address: string, code: string): Promise<void> {
  await page.getByRole('button', { name: /Join my district/ }).click()
  await fillInvitation(page, address, code)
  await expectToday(page)
}

/** Joins a computer on which work was begun alone. */
export async function joinFromSettings(page: Page, address: string, code: string): Promise<void> {
  await page.goto(new URL('/settings/district', page.url()).href)
  await fillInvitation(page, address, code)
}

async function fillInvitation(page: Page, address: string, code: string): Promise<void> {
  await page.getByRole('textbox', { name: 'District’s address' }).fill(address)
  await page.getByRole('textbox', { name: 'Invitation code' }).fill(code)
  await page.getByRole('button', { name: /^Join/ }).last().click()
}

/** Today is in sight. */
export async function expectToday(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1, name: /day, / }).waitFor()
  expect(await page.getByRole('navigation').count(), 'the places are there').toBe(true)
}

/** An administrator adds a person and reads out their invitation. */
export async function inviteSomeone(
  page: Page,
  person: { readonly name: string; readonly place: string; readonly roles: readonly string[] },
): Promise<string> {
  await page.getByRole('link', { name: 'People and access' }).click()
  await page.getByRole('button', { name: 'Add a person' }).click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(person.name)
  await page.getByRole('textbox', { name: 'Where they work' }).fill(person.place)
  for (const role of person.roles) {
    await page.getByRole('checkbox', { name: new RegExp(`^${role}`) }).check()
  }
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('button', { name: `Invite ${person.name}` }).click()
  const shown = page.getByRole('region', { name: `Invitation for ${person.name}` })
  const code = (await shown.locator('code').innerText()).trim()
  await page.getByRole('button', { name: 'I have passed it on' }).click()
  return code
}
