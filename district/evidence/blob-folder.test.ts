import { createHash } from 'node:crypto'
import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { blobFolderIn } from './blob-folder.ts'

const shaOf = (text: string): string => createHash('sha256').update(text).digest('hex')

test('a file that can’t be brought onto the disk itself is not said to be kept', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'blobs-'))
  const blobs = blobFolderIn(join(folder, 'blobs'))
  const sha = shaOf('a film')
  // It has a name, and nobody can open it.
  const unfinished = join(folder, 'unfinished')
  symlinkSync(unfinished, unfinished)
  await expect(blobs.keep(unfinished, sha, sha)).rejects.toThrow('ELOOP')
  expect(await blobs.remove(sha).catch(() => 'there')).toBeUndefined()
})

test('a file is kept under its hash, also beside others and again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'blobs-'))
  const blobs = blobFolderIn(join(folder, 'blobs'))
  const sha = shaOf('a photo')
  for (const came of [sha, undefined]) {
    const unfinished = join(folder, 'unfinished')
    writeFileSync(unfinished, 'a photo')
    expect(await blobs.keep(unfinished, sha, came)).toBe('kept')
    expect(await blobs.checked(sha)).toBe(7)
  }
})
