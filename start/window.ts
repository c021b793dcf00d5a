import { spawn } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/**
 * Opens the window; it keeps a device program of its own and prints the address itself. Resolves with its exit code
 * when it is closed, or `undefined` where it did not start.
 */
export function openWindow(
  binary: string,
  flags: readonly string[],
): { readonly ended: Promise<number | undefined>; stop(): void } {
  const env = { ...process.env }
  // With it the binary would be a plain Node.
  delete env['ELECTRON_RUN_AS_NODE']
  const child = spawn(binary, [root, ...flags], { stdio: 'inherit', env })
  return {
    ended: new Promise(resolve => {
      child.once('error', () => resolve(undefined))
      child.once('exit', code => resolve(code ?? 0))
    }),
    stop: () => child.kill('SIGTERM'),
  }
}
