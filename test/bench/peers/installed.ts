import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where the peers lie, with a lock file of their own. */
export const peersFolder = fileURLToPath(new URL('.', import.meta.url))

/** Installs the peers where they are absent or others than the lock file names; they are no part of the house. */
export function installPeers(): void {
  const lock = readFileSync(join(peersFolder, 'package-lock.json'), 'utf8')
  const modules = join(peersFolder, 'node_modules')
  const mark = join(modules, '.installed-lock.json')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd: peersFolder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  writeFileSync(mark, lock)
}
