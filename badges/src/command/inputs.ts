import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { sep } from 'node:path'
import { joinBytes } from '../bytes/text.ts'
import { inputBytesMax } from '../limits.ts'

/** One file (or address) to look at, named as it was given. */
export interface Input {
  readonly path: string
  /** Throws where it can't be read. */
  readonly bytes: () => Promise<Uint8Array>
}

/**
 * Goes through files and folders in the order given; a folder's in the order of their names, with the
 * folders in it, hidden ones left out; its path stays as it was given. Files are read when their turn comes, folders listed when theirs does.
 */
export async function* inputsOf(paths: readonly string[]): AsyncGenerator<Input> {
  for (const path of paths) {
    if (/^https?:\/\//i.test(path)) {
      yield { path, bytes: () => Promise.resolve(new TextEncoder().encode(path)) }
      continue
    }
    const isFolder = await stat(path).then(
      found => found.isDirectory(),
      () => false,
    )
    if (isFolder) yield* inFolder(path)
    else yield file(path)
  }
}

/** @returns how many there are, without reading one; what was counted so far once `signal` ends it. */
export async function countOf(paths: readonly string[], signal: AbortSignal): Promise<number> {
  let count = 0
  for await (const _ of inputsOf(paths)) {
    if (signal.aborted) break
    count += 1
  }
  return count
}

async function* inFolder(folder: string): AsyncGenerator<Input> {
  let entries
  try {
    entries = await readdir(folder, { withFileTypes: true })
  } catch (error) {
    yield { path: folder, bytes: () => Promise.reject(error) }
    return
  }
  entries.sort((one, other) => (one.name < other.name ? -1 : 1))
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue
    const path = folder.endsWith(sep) ? folder + entry.name : folder + sep + entry.name
    if (entry.isDirectory()) yield* inFolder(path)
    // A link may lead in a circle or out of the folder: only what lies here is looked at.
    else if (entry.isFile()) yield file(path)
  }
}

function file(path: string): Input {
  return { path, bytes: () => readFileWithin(path, inputBytesMax + 1) }
}

/** @returns the first bytes of a file; one more than the limit is enough to be told it is too large. */
export async function readFileWithin(path: string, bytesMax: number): Promise<Uint8Array> {
  const found = await stat(path)
  if (!found.isFile()) throw new Error('not a file')
  const chunks: Uint8Array[] = []
  for await (const chunk of createReadStream(path, { end: bytesMax - 1 })) {
    const bytes: unknown = chunk
    if (bytes instanceof Uint8Array) chunks.push(bytes)
  }
  return joinBytes(...chunks)
}
