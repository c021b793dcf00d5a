import { expect, test } from 'vitest'
import { aClaim, anAttempt } from '../../test/builders/claim.ts'
import { signedAttempt } from '../../test/builders/signed.ts'
import { isAsSigned } from './is-as-signed.ts'
import { attemptSchema, itemSchema, type Attempt, type Item } from './record.ts'

/** A piece with every field that one may have. */
const everyField: Required<Item> = {
  slot: 'work',
  evidence: 'photo',
  kind: 'file',
  title: 'Exit tickets',
  note: 'What they wrote.',
  file: { sha256: 'a'.repeat(64), sizeBytes: 12, mediaType: 'image/png', name: 'tickets.png' },
  text: 'words',
  link: 'https://example.org/',
  happenedOn: '2026-11-20',
  shown: 'students',
  released: false,
}
const { text: _text, link: _link, ...aFile } = everyField
const { file: _file, ...aText } = { ...everyField, kind: 'reflection' as const }

const claim = aClaim()
const sent = signedAttempt(
  'c',
  claim,
  anAttempt({ items: [everyField, aFile, aText], note: 'It changed.' }),
)

/** What others say about an attempt: not the person's word, so not in what they sign. */
const othersWords = new Set(['precheckBy', 'answerBy', 'findings', 'outcome'])
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

const otherThan = (leaf: unknown): unknown =>
  typeof leaf === 'number' ? leaf + 1 : typeof leaf === 'boolean' ? !leaf : `${String(leaf)}x`

/** Every attempt that differs from one in a single leaf, or lacks it, under the leaf's path. */
function* changedIn(value: object, path = ''): Generator<[string, object]> {
  for (const [name, leaf] of Object.entries(value)) {
    const at = path === '' ? name : `${path}.${name}`
    if (path === '' && othersWords.has(name)) continue
    const put = (other: unknown): object =>
      Array.isArray(value) ? value.with(Number(name), other) : { ...value, [name]: other }
    if (isObject(leaf)) {
      for (const [where, other] of changedIn(leaf, at)) yield [where, put(other)]
    } else yield [at, put(otherThan(leaf))]
    const rest = Object.fromEntries(Object.entries(value).filter(([kept]) => kept !== name))
    yield [`${at} is gone`, Array.isArray(value) ? value.toSpliced(Number(name), 1) : rest]
  }
}

test('an attempt that has not changed is as it was signed', () => {
  expect(isAsSigned('c', claim, sent)).toBe(true)
})

const changes = [...changedIn(attemptSchema.parse(sent))]
const readable = changes.flatMap(([path, changed]) => {
  const read = attemptSchema.safeParse(changed)
  return read.success ? [[path, read.data] as const] : []
})

test('there is a change for every field that a person states, of the attempt and of a piece', () => {
  const tops = new Set(readable.map(([path]) => path.split(/[. ]/, 1)[0]))
  const stated = Object.keys(attemptSchema.shape).filter(field => !othersWords.has(field))
  expect(tops).toEqual(new Set(stated))
  const ofPiece = new Set(readable.flatMap(([path]) => /^items\.0\.(\w+)/.exec(path)?.[1] ?? []))
  // Of a kind there are three, none of them one letter longer: it is changed below.
  const inPiece = Object.keys(itemSchema.shape).filter(field => field !== 'kind')
  expect(ofPiece).toEqual(new Set(inPiece))
})

test.each(readable)('row 60: changed in %s, it differs', (_path, changed) => {
  expect(isAsSigned('c', claim, changed)).toBe(false)
})

const [, filePiece = aFile] = sent.items
const withFile = (more: Partial<Item>): Attempt => ({
  ...sent,
  items: sent.items.with(1, { ...filePiece, ...more }),
})
test.each<[string, Attempt]>([
  ['a text beside a file', withFile({ text: 'words she never wrote' })],
  ['a link beside a file', withFile({ link: 'https://example.org/other' })],
  ['another kind', withFile({ kind: 'link', link: 'https://example.org/' })],
  [
    'a title that swallows the note',
    withFile({ title: 'Exit tickets\nWhat they wrote.', note: '' }),
  ],
  ['pieces in another order', { ...sent, items: sent.items.toReversed() }],
  ['an answer more', { ...sent, answers: { ...sent.answers, more: '' } }],
])('row 60: with %s, it differs', (_what, changed) => {
  expect(isAsSigned('c', claim, changed)).toBe(false)
})

test('row 60: under another claim, person or version of the micro-credential, it differs', () => {
  expect(isAsSigned('d', claim, sent)).toBe(false)
  expect(isAsSigned('c', { ...claim, owner: 'someone' }, sent)).toBe(false)
  expect(isAsSigned('c', { ...claim, microCredential: 'mc2' }, sent)).toBe(false)
})

test('what others say about it is not in it', () => {
  const said: Attempt = { ...sent, precheckBy: '2027-01-01', answerBy: '2027-01-01', findings: [] }
  expect(isAsSigned('c', claim, said)).toBe(true)
})
