import { spawnSync } from 'node:child_process'
import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** Whether a process here may have a disk of its own: Linux, with rights to mount in a namespace. */
export const mayHaveSmallDisk =
  process.platform === 'linux' &&
  spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs tmpfs /mnt'], { stdio: 'ignore' })
    .status === 0

/** What runs a command with a small disk at a folder, which others don't see, and that ends with it. */
export const onSmallDisk = (folder: string, sizeBytes: number): readonly string[] => [
  ...['unshare', '-rm', 'sh', '-c'],
  `mount -t tmpfs -o size=${sizeBytes} tmpfs "$0" && exec "$@"`,
  folder,
]

/** That disk as it is seen from here, while the process is there. */
export const seenFromHere = (pid: number | undefined, folder: string): string =>
  join(`/proc/${pid}/root`, folder)

const blockBytes = 4_096
const filler = 'filler'

/** Fills a disk to its last byte. */
export function fill(folder: string): void {
  const file = openSync(join(folder, filler), 'a')
  try {
    for (let bytes = 256 * blockBytes; bytes >= 1; bytes = Math.floor(bytes / 2)) {
      try {
        for (;;) writeSync(file, Buffer.alloc(bytes))
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
      }
    }
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Makes room again. */
export const empty = (folder: string): void => rmSync(join(folder, filler))
