import { stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { textOfUtf8 } from '../bytes/text.ts'
import { parseJson } from '../json/parse.ts'
import { isObject } from '../json/value.ts'
import { bundleBytesMax, imageBytesMax, jsonBytesMax } from '../limits.ts'
import type { BundleDocument } from '../verify/trust-bundle.ts'
import { kindOf } from './entry-kind.ts'
import { WrongUse } from './exit.ts'
import { readFileWithin } from './inputs.ts'

/** A document of a `--with` file, with the bytes as they lie there. */
export type GivenDocument = BundleDocument & { readonly content: Uint8Array }

/**
 * Reads a `--with` file: a JSON object of address → path, paths absolute or relative to its folder.
 * How fresh a document is, is told by the time of its file.
 *
 * @throws WrongUse naming the file or the entry that is wrong.
 */
export async function documentsWith(path: string): Promise<ReadonlyMap<string, GivenDocument>> {
  const parsed = parseJson(textOfUtf8(await readGiven(path, jsonBytesMax))?.trim() ?? '')
  if (!parsed.ok || !isObject(parsed.value))
    throw new WrongUse(`${path} is not a JSON object of addresses and paths.`)
  const documents = new Map<string, GivenDocument>()
  let bytesLeft = bundleBytesMax
  for (const [url, place] of Object.entries(parsed.value)) {
    if (typeof place !== 'string')
      throw new WrongUse(`${path}: what stands at ${url} is not a path.`)
    const file = resolve(dirname(path), place)
    const content = await readGiven(file, imageBytesMax)
    bytesLeft -= content.length
    if (bytesLeft < 0)
      throw new WrongUse(`${path} names more than ${bundleBytesMax / 1024 ** 2} MiB of documents.`)
    const { mtimeMs } = await stat(file)
    const given = { content, fetchedAt: Math.floor(mtimeMs), source: 'file given' }
    documents.set(url, { ...given, kind: kindOf(content) })
  }
  return documents
}

/** @throws WrongUse where a file that was named can't be read, or is larger than allowed. */
export async function readGiven(path: string, bytesMax: number): Promise<Uint8Array> {
  let bytes: Uint8Array
  try {
    bytes = await readFileWithin(path, bytesMax + 1)
  } catch {
    throw new WrongUse(`${path} cannot be read.`)
  }
  if (bytes.length > bytesMax) throw new WrongUse(`${path} is larger than ${bytesMax} bytes.`)
  return bytes
}
