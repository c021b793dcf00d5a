import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { WrongUse } from './exit.ts'

/** @returns options and files of a command, or throws WrongUse saying which word is not understood. */
export function optionsOf<Options extends ParseArgsOptionsConfig>(
  argv: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true })
  } catch (error) {
    // Node says more than one sentence, of which the first names the option.
    const said = error instanceof Error ? /^[^.]+/.exec(error.message)?.[0] : undefined
    throw new WrongUse(`${said ?? 'These options are not understood'}. See open-badges --help.`)
  }
}

/** @returns the value of an option that a command can't do without. */
export function required(name: string, value: string | undefined): string {
  if (value === undefined || value === '') throw new WrongUse(`--${name} is needed.`)
  return value
}
