import type { ShellWords } from '../words/shell-words.ts'
import { localeIn, shellWordsIn } from '../words/shell-words.ts'
import type { Arguments } from './arguments.ts'
import { deviceFlags, readArguments } from './arguments.ts'
import { buildPages, buildPrograms } from './build.ts'
import { keepDeviceProgram } from './device-program.ts'
import {
  electronBinary,
  electronPackage,
  fetchElectron,
  fetchFailedAt,
  noProgressMs,
} from './electron-binary.ts'
import { openBrowser } from './open-browser.ts'
import { chooseShell, hasDisplay } from './shell.ts'
import { openWindow } from './window.ts'

// `npm start`: builds what changed, opens the window where there can be one, else the browser on the same app.

const { env, platform } = process
const say = (sentence: string) => process.stdout.write(`${sentence}\n`)

async function start(asked: Arguments, words: ShellWords): Promise<number> {
  try {
    await buildPages(() => say(words.building))
  } catch (error) {
    process.stderr.write(`${words.buildFailed({ what: messageOf(error) })}\n`)
    return 1
  }
  const binary = asked.isOpening ? await windowBinary(asked, words) : undefined
  const code = binary === undefined ? undefined : await inWindow(binary, asked, words)
  return code ?? inBrowser(asked, words)
}

/** The window's binary, fetched if need be; or `undefined`, having said in one line why the browser it is. */
async function windowBinary(asked: Arguments, words: ShellWords): Promise<string | undefined> {
  const folder = electronPackage()
  const binary = folder === undefined ? undefined : electronBinary(folder)
  const chosen = chooseShell({
    platform,
    env,
    isPortAsked: asked.port !== undefined,
    isPackageHere: folder !== undefined,
    isBinaryHere: binary !== undefined,
    failedAt: fetchFailedAt(),
    now: Date.now(),
  })
  if (chosen.shell === 'browser') {
    say(words.noWindow({ why: words.why[chosen.why] }))
    return undefined
  }
  if (!chosen.mustFetch || folder === undefined) return binary
  say(words.fetching)
  const fetched = await fetchElectron(folder)
  if (fetched === 'fetched') return electronBinary(folder)
  const why =
    fetched === 'refused'
      ? words.why.refused
      : words.why.noProgress({ seconds: noProgressMs / 1_000 })
  say(words.noWindow({ why }))
  return undefined
}

/** The exit code once the window is closed; `undefined` where it did not open. */
async function inWindow(
  binary: string,
  asked: Arguments,
  words: ShellWords,
): Promise<number | undefined> {
  await buildPrograms()
  const opened = openWindow(binary, deviceFlags(asked))
  onEnd(opened.stop)
  const code = await opened.ended
  if (code === undefined) say(words.noWindow({ why: words.why.didNotStart }))
  return code
}

async function inBrowser(asked: Arguments, words: ShellWords): Promise<number> {
  const program = keepDeviceProgram({
    flags: deviceFlags(asked),
    onReady(ready, isAgain) {
      // A link that was not opened yet is gone with the program that made it; here is another.
      if (isAgain) say(words.restarted)
      else say(ready.already === true ? words.alreadyOpen : words.addressIs)
      say(ready.startLink)
      if (asked.isOpening && !isAgain) void show(ready.startLink, words)
    },
  })
  onEnd(program.stop)
  const ended = await program.ended
  if (ended.end === 'gave-up') process.stderr.write(`${words.gaveUp(ended)}\n`)
  return ended.end === 'asked' || ended.end === 'already-open' ? 0 : 1
}

async function show(link: string, words: ShellWords): Promise<void> {
  const isShown = hasDisplay(platform, env) && (await openBrowser(link))
  if (!isShown) say(words.noBrowser)
}

function onEnd(stop: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop)
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)

const words = shellWordsIn(localeIn(env, Intl.DateTimeFormat().resolvedOptions().locale))
const asked = readArguments(process.argv.slice(2), words)
if (typeof asked === 'string') {
  process.stderr.write(`${asked}\n`)
  process.exitCode = 1
} else {
  process.exit(await start(asked, words))
}
