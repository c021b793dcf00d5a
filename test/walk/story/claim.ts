import type { Page } from 'playwright-core'
import { expect } from '../expect.ts'

/** The answers of the small micro-credential: long enough, and original. */
export const overview =
  'I asked which is bigger, two thirds or three quarters, and why. It checks whether children compare pieces of ' +
  'one and the same whole. Half an understanding says that thirds are bigger because each piece is bigger.'
export const reflection =
  'Nine tickets compared pieces of different wholes, so on Thursday we began with two of these drawings and asked ' +
  'what has to be the same. Four children cut paper strips with me. Most drew equal bars afterwards.'

/** Types into the answer of a question, as a person does. */
export async function typeAnswer(page: Page, question: RegExp, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: question })
  await field.click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(text, { delay: 2 })
}

/** Picks a piece of evidence for the claim's slot. */
export async function chooseEvidence(page: Page, title: string): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: 'Choose from evidence' }).click()
  await page.getByRole('button', { name: `Use this: ${title}` }).click()
}

/** Gives the person's word on the four points. */
export async function giveWord(page: Page): Promise<void> {
  await checkWord(page)
  await typeAnswer(page, /How AI was used/, 'Not at all.')
}

/** Gives it for another attempt: what was said of AI still stands there. */
export async function giveWordAgain(page: Page): Promise<void> {
  await checkWord(page)
  expect(await answerOf(page, /How AI was used/), 'how AI was used').toBe('Not at all.')
}

async function checkWord(page: Page): Promise<void> {
  for (const name of [/ready to be read/, /signed release/, /my own work/]) {
    const box = page.getByRole('checkbox', { name })
    expect(await box.isChecked(), 'a word that nobody gave').toBe(false)
    await box.check()
  }
}

/** Presses Send twice by key: to the last look, and out. */
export async function send(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Ready to send' }).waitFor()
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.getByRole('button', { name: /Send now/ }).waitFor()
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.getByRole('heading', { level: 1, name: /^Sent/ }).waitFor()
}

/** The text that a field holds. */
export async function answerOf(page: Page, question: RegExp): Promise<string> {
  return (await page.getByRole('textbox', { name: question }).innerText()).trim()
}

/** The margin counts what is left to fix. */
export async function expectToFix(page: Page, count: number): Promise<void> {
  await page.getByRole('heading', { name: `${count} to fix before you send` }).waitFor()
  expect(await page.locator('[data-problem]').count(), 'problems in the margin').toBe(count)
}
