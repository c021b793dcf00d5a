import { homedir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { ProgramWords } from '../../words/shell-words.ts'

export interface Arguments {
  readonly dataFolder: string
  /** Exactly this port, or none. */
  readonly port: number | undefined
  /** Ends when its input ends: the parent is gone. */
  readonly hasParent: boolean
  readonly isDemo: boolean
  /** Listens on a private pipe for the window instead of on ports. */
  readonly isPiped: boolean
  /** So long everything that leaves the house waits (ms), in place of the rules' own times. */
  readonly holdMs: number | undefined
}

/** Nobody waits longer than a minute for a change of mind. */
const holdMsMost = 60_000

/** What the process was asked to do, or what is wrong with it, in a sentence. */
export function readArguments(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  words: ProgramWords,
): Arguments | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        data: { type: 'string' },
        port: { type: 'string' },
        parent: { type: 'boolean', default: false },
        demo: { type: 'boolean', default: false },
        pipe: { type: 'boolean', default: false },
        'hold-ms': { type: 'string' },
      },
    })
    const port = values.port === undefined ? undefined : Number(values.port)
    if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65_535))
      return words.noPort({ text: String(values.port) })
    const holdMs = values['hold-ms'] === undefined ? undefined : Number(values['hold-ms'])
    if (holdMs !== undefined && !(Number.isInteger(holdMs) && holdMs >= 0 && holdMs <= holdMsMost))
      return words.noWait({ text: String(values['hold-ms']), msMost: holdMsMost })
    return {
      dataFolder: values.data ?? defaultFolder(env),
      port,
      hasParent: values.parent,
      isDemo: values.demo,
      isPiped: values.pipe,
      holdMs,
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function defaultFolder(env: NodeJS.ProcessEnv): string {
  if (process.platform === 'win32')
    return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Meritfolio')
  if (process.platform === 'darwin')
    return join(homedir(), 'Library', 'Application Support', 'Meritfolio')
  return join(env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'meritfolio')
}
