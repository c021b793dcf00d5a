import { execFileSync } from 'node:child_process'
import type { TestProject } from 'vitest/node'
import { wayIn } from '../../device/listen/already-open.ts'
import { startBrowser, freshComputer, openWindow } from './window.ts'
import { playLoop, type Played } from './loop-played.ts'

declare module 'vitest' {
  interface ProvidedContext {
    readonly demo: Demo
  }
}

/** The demo district with one whole loop behind it, on a real device program; all files of tests visit it. */
export interface Demo {
  readonly address: string
  readonly viewerOrigin: string
  /** The window's key, for ways in. */
  readonly secret: string
  readonly played: Played
}

/** Builds the pages once, starts the demo and plays the loop; the whole run of tests stands on it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  buildPagesAsUsers()
  const browser = await startBrowser()
  const computer = await freshComputer()
  try {
    const { page } = await openWindow(browser, computer.startLink)
    await page.getByRole('button', { name: /Try the demo district/ }).click()
    await page.getByRole('navigation').waitFor({ timeout: 60_000 })
    const played = await playLoop(page)
    const secret = await page.evaluate(() => localStorage.getItem('meritfolio.secret') ?? '')
    const { address, viewerOrigin } = computer
    project.provide('demo', { address, viewerOrigin, secret, played })
  } catch (error) {
    await computer.close()
    throw error
  } finally {
    await browser.close()
  }
  return () => computer.close()
}

/** In a process of its own: the runner's `NODE_ENV=test` would make pages of React's development version. */
function buildPagesAsUsers(): void {
  const script = "const { buildPages } = await import('./start/build.ts'); await buildPages()"
  execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production' },
  })
}

/** Another way into the demo: a start link, as a second copy of the program gets it. */
export async function startLinkOf({ address, secret }: Demo): Promise<string> {
  const startLink = await wayIn(address, secret)
  if (startLink === undefined) throw new Error('the demo gives no way in')
  return startLink
}
