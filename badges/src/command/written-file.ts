import { writeFile } from 'node:fs/promises'
import { WrongUse } from './exit.ts'
import type { Terminal } from './terminal.ts'

/**
 * Writes an answer to a file that isn't there yet, or to the standard output where none is named.
 *
 * @param isSecret whether nobody but the owner may read the file.
 * @throws WrongUse where something is there already: a picture or a key is never written over.
 */
export async function write(
  terminal: Terminal,
  path: string | undefined,
  content: string | Uint8Array,
  isSecret = false,
): Promise<void> {
  if (path === undefined) return terminal.out(content)
  try {
    await writeFile(path, content, { flag: 'wx', mode: isSecret ? 0o600 : 0o644 })
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST'
    throw new WrongUse(
      isThere ? `${path} is there already; nothing was written.` : `${path} cannot be written.`,
    )
  }
}
