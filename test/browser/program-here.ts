import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listenOn, loopbackHost } from '../../device/listen/port.ts'
import { closeServer, serverBefore } from '../../device/listen/server.ts'
import type { Program, ProgramParts } from '../../device/program.ts'
import { createProgram } from '../../device/program.ts'

/** A program with the built pages in this very process, so that a test may hold its clock. */
export interface ProgramHere {
  readonly address: string
  readonly startLink: string
  close(): Promise<void>
}

/** Opens a program on a fresh folder that is gone afterwards. */
export async function programHere(
  parts: Pick<ProgramParts, 'clock'> & Partial<ProgramParts>,
): Promise<ProgramHere> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'meritfolio-browser-'))
  let program: Program | undefined
  const servers = [serverBefore(() => program?.fetch), serverBefore(() => program?.viewerFetch)]
  const [screen, viewer] = await Promise.all(servers.map(server => listenOn(server, 0)))
  const origins = {
    screen: `http://${loopbackHost}:${screen}`,
    viewer: `http://${loopbackHost}:${viewer}`,
  }
  const built = (page: string) => join(import.meta.dirname, '..', '..', 'dist', page)
  const made = await createProgram({
    dataFolder,
    rendererFolder: built('renderer'),
    viewerFolder: built('viewer'),
    origins,
    isGuarded: true,
    random: Math.random,
    deviceName: 'trial',
    locale: 'en-US',
    timeZone: 'UTC',
    log: (_where, error) => {
      throw error
    },
    ...parts,
  })
  if ('failed' in made) throw new Error(made.failed)
  program = made
  let closed: Promise<void> | undefined
  const close = async () => {
    await made.close()
    await Promise.all(servers.map(closeServer))
    rmSync(dataFolder, { recursive: true, force: true })
  }
  return {
    address: origins.screen,
    startLink: made.startLink(),
    // Whoever closed it before their stage does is closing it once.
    close: () => (closed ??= close()),
  }
}
