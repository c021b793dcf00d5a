import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Listens on a pipe with a random name that only who is told can find; on Unix in a folder of its owner alone.
 * Returns its path and how to take it away.
 */
export async function listenOnPipe(
  server: Server,
): Promise<{ readonly path: string; remove(): void }> {
  const name = randomBytes(16).toString('hex')
  const isWindows = process.platform === 'win32'
  // Paths of sockets are short: about 100 bytes. `mkdtemp` makes the folder 0700.
  const folder = isWindows ? undefined : mkdtempSync(join(tmpdir(), 'mf-'))
  const path = folder === undefined ? `\\\\.\\pipe\\meritfolio-${name}` : join(folder, name)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, resolve)
  })
  return {
    path,
    remove: () => folder !== undefined && rmSync(folder, { recursive: true, force: true }),
  }
}
