import { exit, WrongUse, type Exit } from './exit.ts'
import type { Surroundings } from './surroundings.ts'
import { usage } from './usage.ts'

type Command = (argv: readonly string[], by: Surroundings) => Promise<Exit>

/** Each brings its own code along only when it is called. */
const commands: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['detect', async () => (await import('./detect-command.ts')).detectCommand],
  ['verify', async () => (await import('./verify-command.ts')).verifyCommand],
  ['bake', async () => (await import('./bake-command.ts')).bakeCommand],
  ['unbake', async () => (await import('./bake-command.ts')).unbakeCommand],
  ['issue', async () => (await import('./issue-command.ts')).issueCommand],
  ['keygen', async () => (await import('./keygen-command.ts')).keygenCommand],
  ['bundle', async () => (await import('./bundle-command.ts')).bundleCommand],
  ['explain', async () => (await import('./explain-command.ts')).explainCommand],
])

/**
 * Runs `open-badges` once.
 *
 * @param argv what stands behind the program's name.
 * @returns what the process ends with.
 */
export async function run(argv: readonly string[], by: Surroundings): Promise<Exit> {
  const [name = '', ...rest] = argv
  if (['--help', '-h', 'help'].includes(name) || rest.includes('--help')) {
    await by.terminal.out(usage)
    return exit.good
  }
  if (name === '--version') {
    await by.terminal.out(`${by.version}\n`)
    return exit.good
  }
  const command = commands.get(name)
  try {
    if (command === undefined)
      throw new WrongUse(name === '' ? 'A command is needed.' : `There is no command “${name}”.`)
    return await (
      await command()
    )(rest, by)
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error
    by.terminal.err(`open-badges: ${error.message}\n`)
    if (command === undefined) by.terminal.err(`\n${usage}`)
    return exit.usage
  }
}
