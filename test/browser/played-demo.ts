import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { wayIn } from '../../device/listen/already-open.ts'
import type { DeviceReady, Program } from '../walk/programs.ts'
import { startDevice } from './built-programs.ts'
import { startBrowser, openWindow } from './window.ts'
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
  /** A stopped copy, as it was when the loop had been played. */
  readonly folder: string
}

/** Builds what is tried once, starts the demo and plays the loop; the whole run of tests stands on it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  buildAsUsers()
  const root = mkdtempSync(join(tmpdir(), 'meritfolio-browser-'))
  const folder = join(root, 'played')
  const shared = join(root, 'shared')
  const browser = await startBrowser()
  const running: Program<DeviceReady>[] = []
  const end = async () => {
    for (const program of running) await program.stop()
    rmSync(root, { recursive: true, force: true })
  }
  const start = async (at: string) => {
    const program = await startDevice(at)
    running.push(program)
    return { program, page: (await openWindow(browser, program.ready.startLink)).page }
  }
  try {
    const first = await start(folder)
    await first.page.getByRole('button', { name: /Try the demo district/ }).click()
    await first.page.getByRole('navigation').waitFor()
    const played = await playLoop(first.page)
    await first.page.context().close()
    await first.program.stop()
    cpSync(folder, shared, { recursive: true })
    const { program, page } = await start(shared)
    const secret = await page.evaluate(() => localStorage.getItem('meritfolio.secret') ?? '')
    const { address, viewerOrigin } = program.ready
    project.provide('demo', { address, viewerOrigin, secret, played, folder })
  } catch (error) {
    await end()
    throw error
  } finally {
    await browser.close()
  }
  return end
}

/** In a process of its own: the runner's `NODE_ENV=test` would make pages of React's development version. */
function buildAsUsers(): void {
  execFileSync(process.execPath, ['start/build.ts'], {
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
