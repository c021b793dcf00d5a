import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, inject } from 'vitest'
import type { ProgramOptions } from '../../district/program.ts'
import type { TrialDistrict } from '../../district/trial/district.ts'
import { trialDistrict } from '../../district/trial/district.ts'
import type { DeviceReady, DistrictReady, Program } from '../walk/programs.ts'
import { startDevice, startDistrict } from './built-programs.ts'
import { ask } from './door.ts'
import type { Played } from './loop-played.ts'
import { startLinkOf } from './played-demo.ts'
import { beginAlone, openWindow, patienceMs, theBrowser, type Size, type Window } from './window.ts'

/** A person's computer with its window. */
export interface Seat extends Window {
  readonly address: string
  readonly viewerOrigin: string
  /** Ends both before the stage does. */
  close(): Promise<void>
}

interface Invited {
  /** The district's address. */
  readonly address: string
  readonly code: string
}

/** What a file of tests plays on. It ends after the file's last test, also where its beginning failed half way. */
export interface Stage {
  /** Ends something with the stage, before what was there earlier. */
  ends(work: () => unknown): void
  /** A folder that is gone afterwards. */
  folder(): string
  /** A window on a program. */
  window(startLink: string, size?: Size): Promise<Window>
  /** A page that belongs to no program of ours yet, in a context of its own: a stranger's, a tablet's. */
  page(how?: BrowserContextOptions): Promise<Page>
  /** A computer's program on a folder, and a district's: for whoever stops them and starts them again. */
  device(folder: string, port?: number, holdMs?: number): Promise<Program<DeviceReady>>
  districtProgram(
    folder: string,
    port?: number,
    more?: readonly string[],
  ): Promise<Program<DistrictReady>>
  /** A district of the demo's people in this very process, by the clock that the screens go by. */
  district(more?: Partial<ProgramOptions>): Promise<TrialDistrict>
  /** A computer nobody has begun on. */
  fresh(size?: Size): Promise<Seat>
  /** One on which somebody works alone. */
  alone(name: string): Promise<Seat>
  /** One that joined a district with an invitation. */
  joined(invited: Invited): Promise<Seat>
  /** One of a person of a district in this process. */
  of(district: TrialDistrict, person: string): Promise<Seat>
  /** Another window on the demo that all files share. */
  demo(size?: Size): Promise<Seat>
  /** A demo of its own with the loop behind it, for what others must not see. */
  ownDemo(holdMs?: number): Promise<Seat & { readonly played: Played }>
}

/** Sets a stage for a file of tests. */
export function aStage(): Stage {
  const toEnd: (() => unknown)[] = []
  const ends = (work: () => unknown) => void toEnd.push(work)
  afterAll(() => endAll(toEnd))

  const folder = () => {
    const path = mkdtempSync(join(tmpdir(), 'meritfolio-browser-'))
    ends(() => rmSync(path, { recursive: true, force: true }))
    return path
  }
  const window = async (startLink: string, size?: Size) => {
    const opened = await openWindow(await theBrowser(), startLink, size)
    ends(() => opened.context.close())
    return opened
  }
  const started = async <R>(starting: Promise<Program<R>>) => {
    const program = await starting
    ends(() => program.stop())
    return program
  }
  const device = (at: string, port?: number, holdMs?: number) =>
    started(startDevice(at, port, holdMs))
  const seat = async (at: string, holdMs?: number, size?: Size): Promise<Seat> => {
    const program = await device(at, 0, holdMs)
    const { startLink, ...ready } = program.ready
    const opened = await window(startLink, size)
    const close = async () => {
      await opened.context.close()
      await program.stop()
    }
    return { ...opened, ...ready, close }
  }
  const fresh = (size?: Size) => seat(folder(), 0, size)
  const joined = async (join: Invited) => {
    const there = await fresh()
    await ask(there.page, '/api/setup', { join })
    await there.page.reload()
    await there.page.getByRole('heading', { level: 1, name: /day, / }).waitFor()
    return there
  }
  return {
    ends,
    folder,
    window,
    async page(how) {
      const context = await (await theBrowser()).newContext(how)
      ends(() => context.close())
      context.setDefaultTimeout(patienceMs)
      return context.newPage()
    },
    device,
    districtProgram: (at, port, more) => started(startDistrict(at, port, more)),
    async district(more) {
      const district = await trialDistrict({ clock: Date.now, ...more })
      ends(() => district.close())
      return district
    },
    fresh,
    async alone(name) {
      const there = await fresh()
      await beginAlone(there.page, name)
      return there
    },
    joined,
    of: async ({ address, invite }, person) => joined({ address, code: await invite(person) }),
    async demo(size) {
      const demo = inject('demo')
      const opened = await window(await startLinkOf(demo), size)
      const { address, viewerOrigin } = demo
      return { ...opened, address, viewerOrigin, close: () => opened.context.close() }
    },
    async ownDemo(holdMs) {
      const { folder: from, played } = inject('demo')
      const own = folder()
      cpSync(from, own, { recursive: true })
      return { ...(await seat(own, holdMs)), played }
    },
  }
}

/** Ends all, the last first, each whatever became of the others. */
async function endAll(toEnd: readonly (() => unknown)[]): Promise<void> {
  const errors: unknown[] = []
  for (const end of toEnd.toReversed()) {
    try {
      await end()
    } catch (error) {
      errors.push(error)
    }
  }
  if (errors.length > 0) throw new AggregateError(errors, 'the stage did not end')
}
