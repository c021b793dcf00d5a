import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { chromiumFlags, chromiumPath } from './chromium.ts'

/** Of a window (px). */
export interface Size {
  readonly width: number
  readonly height: number
}

/** The laptop that schools hand out, and the same at 200 % zoom. */
export const laptop: Size = { width: 1366, height: 768 }
export const zoomed: Size = { width: 683, height: 384 }

/**
 * So long a window waits for what has to come (ms). What comes is waited for no longer than it takes; a machine that is
 * five times slower than ours still gets there.
 */
export const patienceMs = 60_000

let shared: Promise<Browser> | undefined

/**
 * The one browser of a process: each window is a context of its own in it, as private as in another browser. It ends
 * with the process.
 */
export async function theBrowser(): Promise<Browser> {
  const browser = await (shared ??= startBrowser())
  if (browser.isConnected()) return browser
  shared = undefined
  return theBrowser()
}

/** A browser of this machine. Throws where there is none. */
export function startBrowser(): Promise<Browser> {
  const executablePath = chromiumPath()
  if (executablePath === undefined)
    throw new Error('A Chromium is needed (Debian: apt-get install chromium; or CHROMIUM=path).')
  return chromium.launch({ executablePath, args: [...chromiumFlags] })
}

/** A window on a program, and what it complained about: errors and broken policy. */
export interface Window {
  readonly page: Page
  readonly context: BrowserContext
  readonly complaints: string[]
}

/** Opens a program's screens with its start link, in English. */
export async function openWindow(
  browser: Browser,
  startLink: string,
  viewport: Size = laptop,
): Promise<Window> {
  const context = await browser.newContext({ viewport, locale: 'en-US' })
  context.setDefaultTimeout(patienceMs)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', error => complaints.push(error.message))
  page.on('console', message => {
    if (message.type() === 'error' || /Content Security Policy|Trusted/i.test(message.text()))
      complaints.push(message.text())
  })
  await page.goto(startLink)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return { page, context, complaints }
}

/** Begins alone on a fresh computer, from its first screen. */
export async function beginAlone(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /Work on this computer/ }).click()
  await page.getByRole('textbox', { name: 'Your name' }).fill(name)
  await page.getByRole('button', { name: /Begin/ }).click()
  await page.getByRole('navigation').waitFor()
}
