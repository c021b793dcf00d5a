import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A program as the shell starts it, for tests of the process itself. */
export interface Started {
  readonly child: ChildProcess
  /** What it told after `ready `, or `undefined` when it ended without. */
  readonly ready: Readonly<Record<string, string>> | undefined
  readonly exit: Promise<number | null>
  /** What it said to people. */
  said(): string
  /** Ends it as a shell does: its input ends. */
  end(): Promise<number | null>
}

const program = fileURLToPath(new URL('../start.ts', import.meta.url))

/** Starts the program on a folder and waits until it is ready, or over. */
export const started = (folder: string, ...args: readonly string[]): Promise<Started> =>
  startedAs({}, folder, args)

/**
 * The same as another user (the superuser may start it as one who may not write everywhere), or with more in its
 * environment; a terminal in English, where nothing else is said.
 */
export async function startedAs(
  {
    env,
    ...user
  }: { readonly uid?: number; readonly gid?: number; readonly env?: NodeJS.ProcessEnv },
  folder: string,
  args: readonly string[] = [],
): Promise<Started> {
  const child = spawn(process.execPath, [program, '--data', folder, '--parent', ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, LC_ALL: 'en_US.UTF-8', ...env },
    ...user,
  })
  let said = ''
  child.stderr.on('data', part => (said += String(part)))
  const exit = new Promise<number | null>(resolve => child.once('exit', resolve))
  const ready = await new Promise<Started['ready']>(resolve => {
    createInterface({ input: child.stdout }).on('line', line => {
      if (line.startsWith('ready ')) resolve(JSON.parse(line.slice('ready '.length)))
    })
    child.once('close', () => resolve(undefined))
  })
  return {
    child,
    ready,
    exit,
    said: () => said,
    end: () => {
      child.stdin.end()
      return exit
    },
  }
}
