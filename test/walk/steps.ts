import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

export interface StepTold {
  readonly name: string
  readonly isFine: boolean
  readonly tookMs: number
  readonly why: string | undefined
}

/** Runs the steps of a walk one after the other, with a picture of each in light and dark. */
export interface Steps {
  /** One thing a person does; a failure is told and the walk goes on, so that all of it is seen. */
  step(name: string, page: Page, work: () => Promise<void>): Promise<void>
  readonly told: readonly StepTold[]
}

const whyCharsMax = 600

/** For the one who writes a walk: `WALK_STOP=1` ends it at the first step that fails. */
const stopsAtOnce = process.env['WALK_STOP'] === '1'

export function stepsInto(folder: string): Steps {
  mkdirSync(folder, { recursive: true })
  const told: StepTold[] = []
  const picture = async (page: Page, name: string, theme: 'light' | 'dark') => {
    await page.emulateMedia({ colorScheme: theme })
    const file = `${String(told.length + 1).padStart(2, '0')}-${slug(name)}-${theme}.png`
    await page.screenshot({ path: join(folder, file) })
  }
  return {
    told,
    async step(name, page, work) {
      const startedAt = performance.now()
      let why: string | undefined
      try {
        await work()
      } catch (error) {
        why = (error instanceof Error ? error.message : String(error)).slice(0, whyCharsMax)
      }
      const tookMs = Math.round(performance.now() - startedAt)
      await picture(page, name, 'dark')
      await picture(page, name, 'light')
      told.push({ name, isFine: why === undefined, tookMs, why })
      process.stdout.write(
        `${why === undefined ? 'ok  ' : 'FAIL'} ${String(tookMs).padStart(6)} ms  ${name}\n`,
      )
      if (why !== undefined && stopsAtOnce) throw new Error(why)
      if (why !== undefined) process.stdout.write(`      ${why.replaceAll('\n', '\n      ')}\n`)
    },
  }
}

const slug = (name: string) =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/-$/, '')
