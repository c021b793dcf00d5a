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
    const unread = (code: 'file_vanished' | 'file_changed'): Kept => ({
      refused: { code, facts: { name: file.name } },
    })
    // A file that vanishes or changes under the browser's hands ends as an error without a status; so does a file for
    // a program that was closed, which answers nothing else either.
    request.addEventListener('error', () => {
      door
        .session()
        .then(
          async () => unread(await whyUnread(file)),
          (error: unknown) =>
            error instanceof DoorRefused ? { refused: error.error } : unread('file_vanished'),
        )
        .then(resolve, () => resolve(unread('file_vanished')))
    })
    request.addEventListener('abort', () => resolve(unread('file_vanished')))
    request.addEventListener('load', () => resolve(readAnswer(request)))
    ways.signal.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}

/** Why the browser itself could not read a file (File API, section 7.1): another by now, or not there. */
async function whyUnread(file: File): Promise<'file_vanished' | 'file_changed'> {
  try {
    await file.slice(0, 1).arrayBuffer()
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotReadableError') return 'file_changed'
  }
  return 'file_vanished'
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
