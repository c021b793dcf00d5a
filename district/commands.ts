import type { TerminalWords } from './terminal-words.ts'

/** What a command line of the district's may be, beside a start of it; each answers with its exit code. */
const commands: Readonly<
  Record<string, (args: readonly string[], said: TerminalWords) => Promise<number>>
> = {
  async audit(args, said) {
    const { auditCommand } = await import('./audit/audit-command.ts')
    return auditCommand(args, process.env, process, said)
  },
  async backup(args, said) {
    const { backupCommand } = await import('./backup/backup-command.ts')
    return backupCommand(args, onTerminal(said))
  },
  async doctor(args, said) {
    const { doctorCommand } = await import('./health/doctor-command.ts')
    return doctorCommand(args, onTerminal(said))
  },
  async init(args, said) {
    const { initCommand } = await import('./seed/init-command.ts')
    return initCommand(args, { ...onTerminal(said), clock: Date.now })
  },
  async invite(args, said) {
    const { inviteCommand } = await import('./person/invite-command.ts')
    return inviteCommand(args, onTerminal(said))
  },
  async keys(args, said) {
    const { keysCommand } = await import('./keys/keys-command.ts')
    return keysCommand(args, onTerminal(said))
  },
  async restore(args, said) {
    const { restoreCommand } = await import('./backup/backup-command.ts')
    return restoreCommand(args, onTerminal(said))
  },
}

/** The command that is asked for; `undefined`: the district is to be started. */
export function commandIn(
  [name = '', ...args]: readonly string[],
  said: TerminalWords,
): (() => Promise<number>) | undefined {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  return command === undefined ? undefined : () => command(args, said)
}

/** Lines for people; progress only where somebody watches. Ctrl+C stops it in order, a second one at once. */
function onTerminal(said: TerminalWords) {
  const { stdout, stderr } = process
  const stopped = new AbortController()
  process.once('SIGINT', () => stopped.abort())
  let isOpen = false
  const line = (stream: NodeJS.WriteStream) => (text: string) => {
    stream.write(`${isOpen ? '\n' : ''}${text}\n`)
    isOpen = false
  }
  return {
    env: process.env,
    words: said.commands,
    said,
    now: Date.now(),
    signal: stopped.signal,
    out: line(stdout),
    error: line(stderr),
    progress(text: string) {
      if (!stderr.isTTY) return
      stderr.write(`\r${text}`)
      isOpen = true
    },
  }
}
