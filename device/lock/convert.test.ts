import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { blobStoreIn } from '../evidence/blob-store.ts'
import { trialFolder } from '../trial/open-program.ts'
import { convertFiles } from './convert.ts'

let folder: ReturnType<typeof trialFolder>
beforeEach(() => {
  folder = trialFolder()
})
afterEach(() => folder.remove())

test('a file that was kept anew meanwhile, and is gone from its old place, is not waited for', async () => {
  const defects: unknown[] = []
  const left: number[] = []
  const blobs = {
    ...blobStoreIn(join(folder.path, 'blobs')),
    misplaced: () => [join(folder.path, 'blobs', 'ab', 'abcd.sealed')],
  }
  const told = {
    onLeft: (now: { readonly left: number }) => void left.push(now.left),
    onDefect: (error: unknown) => void defects.push(error),
  }
  expect(await convertFiles(blobs, told, AbortSignal.timeout(5_000))).toBe(true)
  expect(defects).toEqual([])
  expect(left.at(-1)).toBe(0)
})
