import type { EvidenceFile } from '../../core/evidence/record.ts'
import type { DoorError, FileProgress } from '../../contract/device/door.ts'
import { door, DoorRefused, refused } from './door.ts'
import { windowHeaders } from './window-headers.ts'

/** What became of one file. */
export type Kept =
  | { readonly kept: EvidenceFile; readonly again: boolean }
  | { readonly refused: DoorError }

interface Ways {
  /** Told how much is on disk already (bytes). */
  onProgress(sizeBytes: number): void
  readonly signal: AbortSignal
}

/**
 * Hands a file to the program on this computer, which hashes and stores it while it streams. XMLHttpRequest,
 * because `fetch` can't tell how far an upload got.
 */
export function keepFile(file: File, ways: Ways): Promise<Kept> {
  return new Promise(resolve => {
    const request = new XMLHttpRequest()
    request.open('POST', '/api/files')
    for (const [name, value] of Object.entries(windowHeaders()))
      request.setRequestHeader(name, value)
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name))
    request.setRequestHeader('x-file-bytes', String(file.size))
    request.upload.addEventListener('progress', event => ways.onProgress(event.loaded))
    const vanished: Kept = { refused: { code: 'file_vanished', facts: { name: file.name } } }
    // A file that vanishes or changes under the browser's hands ends as an error without a status; so does a file for
    // a program that was closed, which answers nothing else either.
    request.addEventListener('error', () => {
      door.session().then(
        () => resolve(vanished),
        (error: unknown) =>
          resolve(error instanceof DoorRefused ? { refused: error.error } : vanished),
      )
    })
    request.addEventListener('abort', () => resolve(vanished))
    request.addEventListener('load', () => resolve(readAnswer(request)))
    ways.signal.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}

function readAnswer(request: XMLHttpRequest): Kept {
  if (request.status >= 400) {
    const error: DoorError = JSON.parse(request.responseText)
    return { refused: refused(request.status, error).error }
  }
  const last = request.responseText.trim().split('\n').at(-1) ?? ''
  const progress: FileProgress = JSON.parse(last)
  if (progress.at === 'kept') return { kept: progress.file, again: progress.again }
  if (progress.at === 'refused') return { refused: progress.error }
  throw new DoorRefused(request.status, { code: 'internal' })
}
