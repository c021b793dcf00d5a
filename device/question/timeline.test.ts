import { expect, test } from 'vitest'
import type { QueryInput, QueryRows } from '../../contract/device/queries.ts'
import { eachLibrary } from '../trial/each-library.ts'
import { piece, shaOf } from '../trial/library.ts'
import { answer } from './table.ts'

const library = eachLibrary()

const list = (input: QueryInput<'evidence.list'> = {}) =>
  answer(library.asker, 'evidence.list', input)
const idsOf = ({ lines }: QueryRows<'evidence.list'>) => lines.map(({ row }) => row.id)

/** All pages of a list, and how many there were. */
async function paged(input: QueryInput<'evidence.list'>): Promise<readonly string[][]> {
  const pages: string[][] = []
  let after: string | undefined
  do {
    const page = await list({ ...input, ...(after === undefined ? {} : { after }) })
    pages.push(idsOf(page))
    after = page.next
  } while (after !== undefined)
  return pages
}

test('the newest day comes first, and within a day what was added last', async () => {
  const { owner, store } = library
  store.seed([
    piece(owner, 'early', { happenedOn: '2026-11-23', addedAt: 9 }),
    piece(owner, 'noon', { happenedOn: '2026-11-24', addedAt: 5 }),
    piece(owner, 'evening', { happenedOn: '2026-11-24', addedAt: 10 }),
    piece('somebody', 'theirs', { happenedOn: '2026-11-25' }),
  ])
  expect(idsOf(await list())).toEqual(['evening', 'noon', 'early'])
})

test('pages hold every piece once, whatever the filter, and say how many there are', async () => {
  const { owner, store } = library
  const many = Array.from({ length: 60 }, (_, n) =>
    piece(owner, `p${n}`, {
      title: n % 2 === 0 ? `Exit tickets ${n}` : `Small group ${n}`,
      happenedOn: `2026-11-${String((n % 5) + 10)}`,
      goals: n % 3 === 0 ? { g: true, other: n % 6 === 0 } : { g: false },
      ...(n % 10 === 0 ? { trashedAt: 1 } : {}),
    }),
  )
  store.seed(many)
  const fitting = (fits: (n: number) => boolean) =>
    many.flatMap(({ id }, n) => (fits(n) ? [id] : [])).toSorted()
  const cases: [QueryInput<'evidence.list'>, (n: number) => boolean][] = [
    [{}, n => n % 10 !== 0],
    [{ trashed: true }, n => n % 10 === 0],
    [{ goal: 'g' }, n => n % 10 !== 0 && n % 3 === 0],
    [{ goal: 'other', trashed: true }, n => n % 10 === 0 && n % 6 === 0],
    [{ q: 'exit tick' }, n => n % 10 !== 0 && n % 2 === 0],
    [{ q: 'tickets', goal: 'g' }, n => n % 10 !== 0 && n % 6 === 0],
    [{ q: 'small', trashed: true }, () => false],
    [{ goal: 'nobody’s' }, () => false],
  ]
  for (const [input, fits] of cases) {
    const pages = await paged({ ...input, limit: 7 })
    const wanted = fitting(fits)
    expect([input, pages.flat().toSorted()]).toEqual([input, wanted])
    expect(pages.slice(0, -1).every(page => page.length === 7)).toBe(true)
    const { total, all } = await list({ ...input, limit: 1 })
    expect({ total, all }).toEqual({
      total: wanted.length,
      all: input.trashed === true ? 6 : 54,
    })
    expect(pages.flat()).toEqual(idsOf(await list(input)))
  }
})

test('a page goes on after a piece that went into the trash meanwhile', async () => {
  const { owner, store } = library
  const days = ['2026-11-01', '2026-11-02', '2026-11-03']
  const pieces = days.map((happenedOn, n) => piece(owner, `p${n}`, { happenedOn }))
  store.seed(pieces)
  const { next } = await list({ limit: 2 })
  store.seed(pieces.map(each => (each.id === 'p1' ? piece(owner, 'p1', { trashedAt: 1 }) : each)))
  expect(idsOf(await list({ limit: 2, after: next ?? '' }))).toEqual(['p0'])
})

test('more than a few hundred hits are all found, with the words round those of the page', async () => {
  const { owner, store } = library
  const note = 'Maya said that two thirds is bigger than one half'
  store.seed(Array.from({ length: 450 }, (_, n) => piece(owner, `p${n}`, { note })))
  const { lines, total } = await list({ q: 'thirds', limit: 3 })
  expect(total).toBe(450)
  expect(lines.map(({ found }) => found?.startsWith(note))).toEqual([true, true, true])
})

test('a search without a hit names the words that nothing holds, not those that only a filter hides', async () => {
  const { owner, store } = library
  store.seed([piece(owner, 'p', { title: 'Fractions' })])
  expect((await list({ q: 'fractons last' })).nothing).toEqual(['fractons', 'last'])
  expect((await list({ q: 'fractions', goal: 'g' })).nothing).toEqual([])
})

test('a piece is found by the bytes of its file, in the trash too, and another person’s is not', async () => {
  const { owner, store } = library
  const { file } = piece(owner, 'one').body
  store.seed([
    piece(owner, 'one', { trashedAt: 1 }),
    piece(owner, 'again', { file, goals: { g: true, h: true } }),
    piece(owner, 'two'),
    piece('somebody', 'theirs', { file }),
  ])
  const holding = async (sha256: string) =>
    (await answer(library.asker, 'evidence.of-file', { sha256 })).rows.map(({ id }) => id)
  expect((await holding(shaOf('one'))).toSorted()).toEqual(['again', 'one'])
  expect(await holding(shaOf('nothing'))).toEqual([])
})
