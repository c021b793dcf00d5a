import type { Page } from 'playwright-core'
import { become, type Key, type Played } from './loop-played.ts'
import type { Screen } from './screens.ts'

const shown = new WeakMap<Page, Key>()

/** Goes to a screen as the person whom it is for, and waits until everything on it is there. */
export async function visit(page: Page, screen: Screen, played: Played): Promise<void> {
  if (shown.get(page) !== screen.person) {
    await become(page, screen.person)
    shown.set(page, screen.person)
  }
  await page.goto(new URL(screen.path(played), page.url()).href)
  await allThere(page)
  await screen.prepare?.(page)
}

/** The title stands, nothing is being read any more, and a file's viewer has drawn it. */
export async function allThere(page: Page): Promise<void> {
  await page.getByRole('main').waitFor()
  await page.locator('[data-loading]').first().waitFor({ state: 'detached' })
  const viewer = page.locator('iframe')
  if ((await viewer.count()) === 0) return
  await viewer.first().contentFrame().locator('#shown > *').first().waitFor()
}
