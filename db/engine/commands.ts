import type { AnyCommand } from '../../core/kit/command.ts'

export type Commands = ReadonlyMap<string, AnyCommand>

/** The table of commands. Throws for a name that is there twice. */
export function commandsOf(list: readonly AnyCommand[]): Commands {
  const commands = new Map<string, AnyCommand>()
  for (const command of list) {
    if (commands.has(command.name)) throw new Error(`command twice: ${command.name}`)
    commands.set(command.name, command)
  }
  return commands
}
