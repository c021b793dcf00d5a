import type { ShellWords } from '../words/shell-words.ts'

/** What `npm start` was asked to do. */
export interface Arguments {
  /** Where the data lives; the device program's own place where none is named. */
  readonly data: string | undefined
  /** Exactly this port. */
  readonly port: number | undefined
  readonly isOpening: boolean
  readonly isDemo: boolean
}

const portMax = 65_535

/** Reads the flags after `npm start --`, or returns a sentence that says what is wrong with them. */
export function readArguments(flags: readonly string[], words: ShellWords): Arguments | string {
  const asked = {
    data: undefined as string | undefined,
    port: undefined as number | undefined,
    isOpening: true,
    isDemo: false,
  }
  const left = flags.flatMap(flag => (/^--\w+=/.test(flag) ? splitAtEquals(flag) : [flag]))
  for (let flag = left.shift(); flag !== undefined; flag = left.shift()) {
    switch (flag) {
      case '--data': {
        const folder = left.shift()
        if (folder === undefined || folder === '' || folder.startsWith('--'))
          return words.flagNeeds({ flag, what: words.aFolder })
        asked.data = folder
        break
      }
      case '--port': {
        const text = left.shift() ?? ''
        const port = Number(text)
        if (!/^\d+$/.test(text) || port < 1 || port > portMax)
          return words.flagNeeds({ flag, what: words.aPort })
        asked.port = port
        break
      }
      case '--no-open':
        asked.isOpening = false
        break
      case '--demo':
        asked.isDemo = true
        break
      default:
        return words.unknownFlag({ flag })
    }
  }
  return asked
}

const splitAtEquals = (flag: string): string[] => {
  const at = flag.indexOf('=')
  return [flag.slice(0, at), flag.slice(at + 1)]
}

/** The same wishes as flags for the device program. */
export function deviceFlags({ data, port, isDemo }: Arguments): string[] {
  return [
    ...(data === undefined ? [] : ['--data', data]),
    ...(port === undefined ? [] : ['--port', String(port)]),
    ...(isDemo ? ['--demo'] : []),
  ]
}
