import { mkdirSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { proposedComputerName } from '../core/person/computer-name.ts'
import { holdMs as usualHoldMs } from '../core/undo/hold.ts'
import { codeOf } from '../db/open/failure.ts'
import { lockFolder } from '../db/open/lock.ts'
import { localeIn, programWordsIn } from '../words/shell-words.ts'
import { languageIn } from './place/settings.ts'
import { readArguments } from './listen/arguments.ts'
import type { Arguments } from './listen/arguments.ts'
import { removeDoor, runningDoor, writeDoor } from './listen/already-open.ts'
import { defectLine } from './listen/defect-line.ts'
import { listenOnPipe } from './listen/pipe.ts'
import {
  listenFrom,
  listenOn,
  loopbackHost,
  PortBusy,
  storedPorts,
  storePorts,
} from './listen/port.ts'
import { closeServer, serverBefore } from './listen/server.ts'
import type { Program } from './program.ts'
import { createProgram } from './program.ts'
import { shellBehind } from './shell/parent-port.ts'
import { shellDistrict } from './shell/shell-district.ts'
import { shellKeychain } from './shell/shell-keychain.ts'

/** Exit codes: 1 can't start (a sentence says why), 3 already open on the same data. */
const exit = { failed: 1, alreadyOpen: 3 } as const

function fail(sentence: string, code: number = exit.failed): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(code)
}

const tell = (value: unknown) => process.stdout.write(`ready ${JSON.stringify(value)}\n`)

async function start(args: Arguments): Promise<void> {
  const { dataFolder } = args
  mkdirOrFail(dataFolder)
  const lock = lockFolder(dataFolder)
  if (!lock.locked) {
    if (lock.code !== 'in_use') fail(words.folder[lock.code]({ folder: dataFolder }))
    const door = await runningDoor(dataFolder)
    if (door !== undefined) tell({ ...door, already: true })
    fail(words.alreadyOpen({ address: door?.address }), exit.alreadyOpen)
  }
  // Of a program that was killed: whoever answers there by now is a stranger.
  removeDoor(dataFolder)
  const opened = args.isPiped ? await onPipe(args) : await onPorts(args)
  tell(opened.ready)
  let isEnding = false
  const end = async () => {
    if (isEnding) return
    isEnding = true
    await opened.close()
    lock.release()
    process.exit(0)
  }
  process.once('SIGTERM', () => void end())
  process.once('SIGINT', () => void end())
  if (args.hasParent) {
    process.stdin.once('end', () => void end())
    process.stdin.once('error', () => void end())
    process.stdin.resume()
  }
}

interface Open {
  readonly ready: unknown
  close(): Promise<void>
}

/** On two loopback ports: for a browser, and for a second copy that asks for a way in. */
async function onPorts(args: Arguments): Promise<Open> {
  const { dataFolder } = args
  let program: Program | undefined
  const screens = serverBefore(() => program?.fetch)
  const viewer = serverBefore(() => program?.viewerFetch)
  const stored = storedPorts(dataFolder)
  const screen =
    args.port === undefined
      ? await listenFrom(screens, stored.screen)
      : await listenOn(screens, args.port)
  const ports = {
    screen,
    viewer: await listenFrom(viewer, args.port === undefined ? stored.viewer : screen + 1),
  }
  storePorts(dataFolder, ports)
  const origins = {
    screen: `http://${loopbackHost}:${ports.screen}`,
    viewer: `http://${loopbackHost}:${ports.viewer}`,
  }
  const door = { address: origins.screen, viewerOrigin: origins.viewer }
  program = await programFor(args, origins, true)
  writeDoor(dataFolder, door)
  const running = program
  return {
    ready: { ...door, startLink: running.startLink() },
    async close() {
      removeDoor(dataFolder)
      await running.close()
      await Promise.all([closeServer(screens), closeServer(viewer)])
    },
  }
}

/** On two private pipes: for the window, which passes its requests on and sends the secret along. */
async function onPipe(args: Arguments): Promise<Open> {
  let program: Program | undefined
  const screens = serverBefore(() => program?.fetch)
  const viewer = serverBefore(() => program?.viewerFetch)
  const origins = { screen: 'app://screen', viewer: 'app://viewer' }
  const screenPipe = await listenOnPipe(screens)
  const viewerPipe = await listenOnPipe(viewer)
  program = await programFor(args, origins, false)
  const running = program
  return {
    ready: {
      address: origins.screen,
      viewerOrigin: origins.viewer,
      startLink: running.startLink(),
      pipe: screenPipe.path,
      viewerPipe: viewerPipe.path,
      secret: running.secret,
    },
    async close() {
      await running.close()
      await Promise.all([closeServer(screens), closeServer(viewer)])
      screenPipe.remove()
      viewerPipe.remove()
    },
  }
}

async function programFor(
  { dataFolder, isDemo, holdMs }: Arguments,
  origins: { readonly screen: string; readonly viewer: string },
  isGuarded: boolean,
): Promise<Program> {
  const shell = shellBehind()
  const program = await createProgram({
    dataFolder,
    rendererFolder: builtFolder('renderer'),
    viewerFolder: builtFolder('viewer'),
    origins,
    isGuarded,
    clock: Date.now,
    random: Math.random,
    deviceName: proposedComputerName(hostname(), process.platform),
    locale,
    timeZone: system.timeZone,
    demo: isDemo,
    ...(holdMs === undefined ? {} : { holdMs: allHeldFor(holdMs) }),
    ...(shell === undefined
      ? {}
      : {
          keychain: shellKeychain(shell),
          startDemoDistrict: folder => shellDistrict(shell, folder),
        }),
    log: (where, error) => {
      process.stderr.write(`${defectLine(where, error, Date.now())}\n`)
      if (process.env['MERITFOLIO_TRACE'] === '1') console.error(error)
    },
  })
  if ('failed' in program) fail(words.folder[program.failed]({ folder: dataFolder }))
  return program
}

const allHeldFor = (ms: number): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.keys(usualHoldMs).map(command => [command, ms]))

/** A built page: beside the bundled program, or, run from its sources, in the project's `dist`. */
function builtFolder(name: string): string {
  const isSource = import.meta.url.endsWith('.ts')
  const here = dirname(fileURLToPath(import.meta.url))
  return isSource ? join(here, '..', 'dist', name) : join(here, '..', name)
}

function mkdirOrFail(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    fail(words.folder[codeOf(error) ?? 'cannot_open']({ folder }))
  }
}

// Whoever read its lines may be gone, or their disk full: no reason to end.
process.stdout.on('error', () => undefined)
process.stderr.on('error', () => undefined)
// Whatever is written from here on is its owner's alone.
process.umask(0o077)

const system = new Intl.DateTimeFormat().resolvedOptions()
const locale = localeIn(process.env, system.locale)
let words = programWordsIn(locale)
const args = readArguments(process.argv.slice(2), process.env, words)
if (typeof args === 'string') fail(args)
// Whoever has chosen a language here hears that one, also about a folder that does not open.
words = programWordsIn(languageIn(args.dataFolder) ?? locale)
try {
  await start(args)
} catch (error) {
  const code = codeOf(error)
  if (code !== undefined) fail(words.folder[code]({ folder: args.dataFolder }))
  if (error instanceof PortBusy) fail(words.portBusy({ port: error.port }))
  throw error
}
