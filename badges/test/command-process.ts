import { spawn, type ChildProcessByStdio } from 'node:child_process'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../bin/open-badges.js', import.meta.url))

/** What a process said and ended with. */
export interface Ended {
  readonly out: string
  readonly err: string
  readonly code: number | null
}

/** Starts the real program, as a shell would. */
export function started(argv: readonly string[]): ChildProcessByStdio<null, Readable, Readable> {
  return spawn(process.execPath, [program, ...argv], { stdio: ['ignore', 'pipe', 'pipe'] })
}

/** @returns what a started process says until it ends. */
export async function ended(child: ReturnType<typeof started>): Promise<Ended> {
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
  const code = await new Promise<number | null>((done, fail) => {
    child.once('error', fail)
    child.once('close', done)
  })
  return { out, err, code }
}

/** Runs the real program to its end. */
export function openBadges(...argv: readonly string[]): Promise<Ended> {
  return ended(started(argv))
}

/** @returns the JSON values of a text with one on each line. */
export function jsonLines(text: string): readonly { readonly [key: string]: unknown }[] {
  return text
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line))
}
