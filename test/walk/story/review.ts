import type { Page } from 'playwright-core'

/** Opens the next claim of the queue by key. */
export async function readNext(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: /To review|Back to review/ })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: 'To review' }).waitFor()
  await page.getByRole('button', { name: /Review next|Go on reading/ }).waitFor()
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.getByRole('button', { name: /Finish reading/ }).waitFor()
}

/** Gives the open criterion a level with its number key. */
export async function rate(page: Page, level: 1 | 2 | 3): Promise<void> {
  await page.keyboard.press(String(level))
  await page
    .getByRole('radio')
    .nth(level - 1)
    .and(page.locator(':checked'))
    .waitFor()
}

/** Goes to the next criterion by key. */
export const nextCriterion = (page: Page): Promise<void> => page.keyboard.press('j')

/** Says what is missing, by key. */
export async function comment(page: Page, text: string): Promise<void> {
  await page.keyboard.press('c')
  await page.keyboard.type(text, { delay: 2 })
  await page.keyboard.press('Escape')
}

/** How many criteria this reading judges, as the screen says. */
export async function criteriaCount(page: Page): Promise<number> {
  const said = await page
    .getByText(/Criterion \d+ of \d+/)
    .first()
    .innerText()
  return Number(/of (\d+)/.exec(said)?.[1])
}
