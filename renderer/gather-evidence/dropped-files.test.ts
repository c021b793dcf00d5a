import { expect, test } from 'vitest'
import { filesIn } from './dropped-files.ts'

const file = (name: string, isReadable = true) => ({
  name,
  isFile: true,
  isDirectory: false,
  file: (take: (file: File) => void, fail: () => void) =>
    isReadable ? take(new File(['x'], name)) : fail(),
})
type Made = ReturnType<typeof file> | { name: string; isFile: boolean; isDirectory: boolean }

/** A folder that hands its entries over two at a time, as browsers do a hundred at a time. */
const folder = (name: string, ...inside: Made[]) => ({
  name,
  isFile: false,
  isDirectory: true,
  createReader() {
    const left = [...inside]
    return { readEntries: (take: (entries: Made[]) => void) => take(left.splice(0, 2)) }
  },
})
const names = async (...entries: Made[]) => (await filesIn(entries)).map(one => one.name)

test('a folder hands over every file in it and in its folders', async () => {
  const week = folder('week', file('a'), file('b'), file('c'), folder('inner', file('d')))
  expect(await names(week, file('e'))).toEqual(['a', 'b', 'c', 'd', 'e'])
})

test('what a system leaves in folders stays out, unless somebody drops it by itself', async () => {
  expect(await names(folder('week', file('.DS_Store'), file('Thumbs.db'), file('a')))).toEqual([
    'a',
  ])
  expect(await names(file('.hidden'))).toEqual(['.hidden'])
})

test('a file that can’t be read is still named, so that its refusal can be shown', async () => {
  const [read] = await filesIn([folder('week', file('gone', false))])
  expect(read?.name).toBe('gone')
  expect(read?.size).toBe(0)
})

test('a folder that can’t be read is told', async () => {
  const closed = {
    ...folder('closed'),
    createReader: () => ({
      readEntries: (_take: unknown, fail: (error: Error) => void) => fail(new Error('closed')),
    }),
  }
  await expect(filesIn([closed])).rejects.toThrow('closed')
})
