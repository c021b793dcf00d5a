import { closeSync, fsyncSync, openSync } from 'node:fs'

/** Brings a closed file onto the disk itself, so that a power cut takes nothing of it. */
export const flushFile = (path: string): void => flushed(path, 'r+')

/** Makes new names in a folder last over a power cut; systems that can't flush a folder keep names by themselves. */
export function flushFolder(folder: string): void {
  if (process.platform !== 'win32') flushed(folder, 'r')
}

function flushed(path: string, flags: 'r' | 'r+'): void {
  const handle = openSync(path, flags)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
