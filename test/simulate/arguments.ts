import { parseArgs } from 'node:util'

/** What `npm run simulate` was asked to play. */
export interface Asked {
  readonly first: number
  readonly seeds: number
  /** One seed alone, to be seen again. */
  readonly isOne: boolean
  readonly onFiles: boolean
  readonly operations: number
  /** No run is begun after so long. */
  readonly mostSeconds: number | undefined
  /** Where what came of it goes as data: a file, or `-`, to where other lines would go. */
  readonly json: string | undefined
}

/** Reads the flags; a sentence where they can't be followed. */
export function readArguments(args: readonly string[]): Asked | string {
  let values
  try {
    ;({ values } = parseArgs({
      args: args.map((arg, at) => (isBare(arg, args[at + 1]) ? '--json=-' : arg)),
      options: {
        seeds: { type: 'string', default: '200' },
        // Where the seeds begin: a long run is played in pieces.
        from: { type: 'string', default: '1' },
        seed: { type: 'string' },
        operations: { type: 'string', default: '31' },
        'on-files': { type: 'boolean', default: false },
        'most-seconds': { type: 'string' },
        json: { type: 'string' },
      },
    }))
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  const isOne = values.seed !== undefined
  const numbers: Record<string, number> = {}
  for (const name of ['seeds', 'from', 'seed', 'operations', 'most-seconds'] as const) {
    const text = values[name]
    if (text === undefined) continue
    const value = Number(text)
    if (!Number.isSafeInteger(value) || value <= 0)
      return `--${name} wants a whole number above 0, and was given "${text}".`
    numbers[name] = value
  }
  const { seeds = 1, from = 1, seed = from, operations = 1 } = numbers
  return {
    ...{ first: seed, seeds: isOne ? 1 : seeds, isOne, operations },
    ...{ onFiles: values['on-files'], mostSeconds: numbers['most-seconds'], json: values.json },
  }
}

/** Whether `--json` stands there without a file. */
const isBare = (arg: string, next = '--'): boolean => arg === '--json' && next.startsWith('--')
