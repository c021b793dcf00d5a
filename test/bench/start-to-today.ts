import type { Browser } from 'playwright-core'
import { laptop } from '../browser/window.ts'
import type { Measured } from './measured.ts'
import { timesOf } from './measured.ts'
import { run } from './program.ts'
import type { deviceFiles } from './program.ts'

const runsOfEach = 9
const budgetMs = 1_500

/**
 * From nothing to a Today with its rows: the program is started, and a browser that is open already shows it in a
 * profile without any memory. Sources and bundle take turns, so that both meet the same neighbours.
 */
export async function startToToday(browser: Browser, folder: string): Promise<Measured[]> {
  const times = { sources: new Array<number>(), bundle: new Array<number>() }
  const ready = { sources: new Array<number>(), bundle: new Array<number>() }
  // The first after an installation compiles everything and opens files no cache holds: told, and apart.
  const first = {
    sources: await once(browser, folder, 'sources'),
    bundle: await once(browser, folder, 'bundle'),
  }
  for (let n = 0; n < runsOfEach; n++) {
    for (const file of ['sources', 'bundle'] as const) {
      const taken = await once(browser, folder, file)
      times[file].push(taken.todayMs)
      ready[file].push(taken.readyMs)
    }
  }
  const note = 'program started, open browser, empty profile, until Today’s title and rows stand'
  return [
    timesOf({ name: 'start until Today, from the sources', budget: budgetMs, note }, times.sources),
    timesOf({ name: 'start until Today, bundled', budget: budgetMs, note }, times.bundle),
    timesOf(
      { name: 'of it: until the program is ready, sources', note: 'process alone' },
      ready.sources,
    ),
    timesOf(
      { name: 'of it: until the program is ready, bundled', note: 'process alone' },
      ready.bundle,
    ),
    timesOf({ name: 'the first of them, sources', note: 'nothing compiled yet' }, [
      first.sources.todayMs,
    ]),
    timesOf({ name: 'the first of them, bundled', note: 'nothing compiled yet' }, [
      first.bundle.todayMs,
    ]),
  ]
}

async function once(
  browser: Browser,
  folder: string,
  file: keyof typeof deviceFiles,
): Promise<{ readonly readyMs: number; readonly todayMs: number }> {
  const context = await browser.newContext({ viewport: laptop, locale: 'en-US' })
  const page = await context.newPage()
  const startedAt = performance.now()
  const program = await run(folder, file)
  const readyMs = performance.now() - startedAt
  await page.goto(program.ready.startLink, { waitUntil: 'commit' })
  await page.getByRole('heading', { level: 1, name: /day, / }).waitFor()
  await page.getByRole('main').locator('ol > li').first().waitFor()
  const todayMs = performance.now() - startedAt
  await context.close()
  await program.end('SIGTERM')
  return { readyMs, todayMs }
}
