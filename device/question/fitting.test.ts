import { expect, test } from 'vitest'
import type { Evidence } from '../../core/evidence/record.ts'
import { eachLibrary } from '../trial/each-library.ts'
import { piece, shaOf } from '../trial/library.ts'
import { answer } from './table.ts'

const library = eachLibrary()

const file = (id: string, mediaType: string): Partial<Evidence> => ({
  kind: 'file',
  file: { sha256: shaOf(id), sizeBytes: 1, mediaType, name: id },
})
const unfiled = { file: undefined }
const onDay = (n: number) => ({ happenedOn: `2026-11-${String(n).padStart(2, '0')}` })

/** Every page until none is left, by ids. */
async function paged(accept: string[], q = '', limit = 3): Promise<readonly string[][]> {
  const pages: string[][] = []
  let after: string | undefined
  do {
    const input = { accept, q, limit, ...(after === undefined ? {} : { after }) }
    const { rows, next } = await answer(library.asker, 'evidence.fitting', input)
    pages.push(rows.map(({ id }) => id))
    after = next
  } while (after !== undefined)
  return pages
}

test('a film behind hundreds of newer photos is found at once', async () => {
  const { owner, store } = library
  const photos = Array.from({ length: 450 }, (_, n) =>
    piece(owner, `photo${n}`, { ...file(`p${n}`, 'image/jpeg'), ...onDay(20) }),
  )
  store.seed([piece(owner, 'film', { ...file('f', 'video/mp4'), ...onDay(2) }), ...photos])
  expect(await paged(['video/*'])).toEqual([['film']])
  expect((await paged(['video/*', 'image/*'], '', 100)).flat()).toHaveLength(451)
})

test('pages hold what fits once, newest first, and none of the trash or of somebody else', async () => {
  const { owner, store } = library
  store.seed([
    ...[1, 2, 3, 4, 5, 6].map(n =>
      piece(owner, `pdf${n}`, { ...file(`d${n}`, 'application/pdf'), ...onDay(n) }),
    ),
    piece(owner, 'thrown', { ...file('t', 'application/pdf'), ...onDay(9), trashedAt: 1 }),
    piece('somebody', 'theirs', { ...file('s', 'application/pdf'), ...onDay(9) }),
  ])
  expect(await paged(['application/pdf'])).toEqual([
    ['pdf6', 'pdf5', 'pdf4'],
    ['pdf3', 'pdf2', 'pdf1'],
  ])
})

test('the words are looked for among what fits, page by page', async () => {
  const { owner, store } = library
  store.seed(
    [1, 2, 3, 4, 5, 6].map(n =>
      piece(owner, `p${n}`, {
        ...file(`p${n}`, n % 2 === 0 ? 'image/png' : 'application/pdf'),
        ...onDay(n),
        title: n === 6 ? 'Small group' : `Exit tickets ${n}`,
      }),
    ),
  )
  expect(await paged(['image/*'], 'exit tick', 1)).toEqual([['p4'], ['p2']])
  expect(await paged(['image/*'], 'nobody wrote this')).toEqual([[]])
})

test('a reflection counts as text, a link as a link, and a slot without kinds takes both', async () => {
  const { owner, store } = library
  store.seed([
    piece(owner, 'words', { ...unfiled, kind: 'reflection', text: 'I saw.', ...onDay(2) }),
    piece(owner, 'link', { ...unfiled, kind: 'link', link: 'https://a.example', ...onDay(1) }),
  ])
  expect(await paged(['text/plain'])).toEqual([['words']])
  expect(await paged(['text/uri-list'])).toEqual([['link']])
  expect(await paged([])).toEqual([['words', 'link']])
})
