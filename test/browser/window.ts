import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { startDevice, type DeviceReady } from '../walk/programs.ts'
import { chromiumFlags, chromiumPath } from './chromium.ts'

/** The laptop that schools hand out, and the same at 200 % zoom. */
export const laptop = { width: 1366, height: 768 }
export const zoomed = { width: 683, height: 384 }

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
  viewport: { readonly width: number; readonly height: number } = laptop,
): Promise<Window> {
  const context = await browser.newContext({ viewport, locale: 'en-US' })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
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

/** A computer of one's own: a program on a fresh folder that is gone afterwards. */
export interface Computer extends DeviceReady {
  close(): Promise<void>
}

export async function freshComputer(): Promise<Computer> {
  const folder = mkdtempSync(join(tmpdir(), 'meritfolio-browser-'))
  const program = await startDevice(folder)
  return {
    ...program.ready,
    async close() {
      await program.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Begins alone on a fresh computer, from its first screen. */
export async function beginAlone(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /Work on this computer/ }).click()
  await page.getByRole('textbox', { name: 'Your name' }).fill(name)
  await page.getByRole('button', { name: /Begin/ }).click()
  await page.getByRole('navigation').waitFor()
}
