import type { Browser, BrowserContext, Page } from 'playwright-core'
import { startDevice, type DeviceReady, type Program } from './programs.ts'

/** A person at a computer of their own: their program, their folder, their window. */
export interface Person {
  readonly page: Page
  program: Program<DeviceReady>
  /** What the window complained about: errors and broken policy. */
  readonly complaints: string[]
  /** Their program dies as in a power cut, and is started again on the same folder; the window opens again. */
  dieAndReturn(): Promise<void>
  leave(): Promise<void>
}

const size = { width: 1366, height: 768 }

/** Sits a person down at a fresh computer. */
export async function sitDown(
  browser: Browser,
  folder: string,
  language = 'en-US',
): Promise<Person> {
  const program = await startDevice(folder)
  const context: BrowserContext = await browser.newContext({ viewport: size, locale: language })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  const complaints: string[] = []
  page.on('pageerror', error => complaints.push(error.message))
  page.on('console', message => {
    const text = message.text()
    // Refused connections are what pulling the plug looks like.
    if (
      message.type() === 'error' &&
      !/ERR_CONNECTION|Failed to fetch|Failed to load resource/.test(text)
    ) {
      complaints.push(text)
    }
  })
  await page.goto(program.ready.startLink)
  const person: Person = {
    page,
    program,
    complaints,
    async dieAndReturn() {
      const port = Number(new URL(person.program.ready.address).port)
      await person.program.kill()
      person.program = await startDevice(folder, port)
      await page.goto(person.program.ready.startLink)
    },
    async leave() {
      await context.close()
      await person.program.stop()
    },
  }
  return person
}
