import { readFileSync } from 'node:fs'
import { run } from './command.ts'
import { processTerminal } from './terminal.ts'

/** Runs the command line as this process: its arguments, its clock, its Ctrl-C. */
export async function main(): Promise<void> {
  const cancel = new AbortController()
  // Once: what there is so far is told. Twice: the process ends as any other would.
  process.once('SIGINT', () => cancel.abort())
  process.once('SIGTERM', () => cancel.abort())
  const manifest = new URL('../../package.json', import.meta.url)
  const { version }: { version: string } = JSON.parse(readFileSync(manifest, 'utf8'))
  process.exitCode = await run(process.argv.slice(2), {
    terminal: processTerminal(),
    now: Date.now,
    signal: cancel.signal,
    version,
  })
  // A resolver or a socket that nobody waits for any more must not hold the process.
  // What was told must be out first: where standard output is written later, it would else be cut off.
  if (cancel.signal.aborted) process.stdout.write('', () => process.exit())
}
