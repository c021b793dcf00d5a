import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { codeExplained } from './code-explained.ts'
import { run } from './command.ts'
import { cell } from './csv.ts'
import { progressOf } from './progress.ts'
import { shown } from './terminal.ts'

const ran = (...argv: readonly string[]) => ranAs({ isWatched: false }, ...argv)

async function ranAs({ isWatched }: { isWatched: boolean }, ...argv: readonly string[]) {
  let out = ''
  let err = ''
  const code = await run(argv, {
    terminal: {
      out: text => {
        out += typeof text === 'string' ? text : new TextDecoder().decode(text)
        return Promise.resolve()
      },
      err: text => void (err += text),
      isWatched,
      isShared: isWatched,
      columns: 80,
    },
    now: () => Date.parse('2026-11-24T12:00:00Z'),
    signal: new AbortController().signal,
    version: '1.2.3',
  })
  return { out, err, code }
}

test.each([
  [[]],
  [['verify']],
  [['nonsense', 'x']],
  [['verify', 'x', '--json', '--csv']],
  [['verify', 'x', '--nonsense']],
  [['verify', 'x', '--at', 'yesterday']],
  [['verify', 'x', '--at', '2026-11-24']],
  [['verify', 'x', '--recipient', 'maria@school.example']],
  [['verify', 'x', '--recipient', 'email=']],
  [['verify', 'x', '--with', '/nowhere/documents.json']],
  [['verify', 'x', '--bundle', '/nowhere/one.bundle']],
  [['verify', 'x', '--need', 'luck']],
  [['explain', 'x', '--json']],
  [['explain', 'REVOKED', 'nonsense']],
  [['verify', '--nonsense', 'x']],
  [['detect']],
  [['bake', 'x']],
  [['unbake']],
  [['issue', 'x']],
  [['keygen']],
  [['keygen', '--out', '/nowhere/key', '--did-web', 'did:web:127.0.0.1']],
  [['bundle']],
  [['bundle', '--key', 'x', '--out', 'x']],
])('wrong use is told in a sentence: %j', async argv => {
  const { out, err, code } = await ran(...argv)
  expect([code, out]).toEqual([64, ''])
  expect(err).toMatch(/^open-badges: \S/)
})

test('help and version are answers', async () => {
  expect(await ran('--help')).toMatchObject({ code: 0, err: '' })
  expect((await ran('verify', '--help')).out).toContain('--recipient TYPE=VALUE')
  expect(await ran('--version')).toEqual({ out: '1.2.3\n', err: '', code: 0 })
})

test('every code of the package has a sentence, and no other has', () => {
  const source = readFileSync(new URL('../refusal.ts', import.meta.url), 'utf8')
  const codes = [...source.matchAll(/^ {2}\| '([A-Z_]+)'$/gm)].flatMap(match => match[1] ?? [])
  expect(codes.length).toBeGreaterThan(50)
  expect([...codeExplained.keys()].toSorted()).toEqual(codes.toSorted())
})

test('a code or a check is explained in words', async () => {
  expect(
    await ran('explain', 'REVOKED', 'expired', 'proof.signature', 'status.suspension'),
  ).toEqual({
    code: 0,
    err: '',
    out: [
      'REVOKED: The issuer has withdrawn it for good. Ask the issuer why.',
      'EXPIRED: Its time has passed. What it certified was true then; ask whether there is a renewal.',
      'proof.signature: Does the signature fit key and content?',
      'status.suspension: Does it stand now: not withdrawn for a time?',
      '',
    ].join('\n'),
  })
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\ufeff=1', '|calc', '%0A', '＝1'])(
  'a cell that a spreadsheet would run is text: %j',
  text => expect(cell(text)).toBe(`"'${text}"`),
)

test.each(['\t', '\r'])('a sign that ends a cell, at its start (%j), hides no formula', sign => {
  expect(cell(`${sign}=1`)).toBe(`"'${sign}'=1"`)
})

test('a cell keeps what it says, quotes and lines included', () => {
  expect(cell('a "b", c')).toBe('"a ""b"", c"')
  expect(cell('good\n=bad')).toBe(`"good\n'=bad"`)
  expect(cell('')).toBe('""')
})

test.each(['\r', '\r\n', '\n\n', '\u2028', '\u2029', '\u0085', '\v', '\f', '\t', ';', '; '])(
  'what becomes a cell of its own after %j is no formula either',
  sign => {
    expect(cell(`good${sign}=bad`)).toMatch(/^"good[\s\u0085]*;?'\s*=bad"$/)
    expect(cell(`good${sign}bad = 1`)).toBe(`"good${sign}bad = 1"`)
  },
)

test('a stranger’s text stays on its line', () => {
  expect(shown('a\u001b[31m\nb\u202ec\u0085')).toBe('a [31m b c')
  expect(shown('x'.repeat(300), 10)).toBe('xxxxxxxxxx…')
})

test('who watches a folder sees that it is read, before the first answer', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'watched-'))
  for (const name of ['a.json', 'b.json', 'c.json']) writeFileSync(join(folder, name), '{}')
  const { out, err, code } = await ranAs({ isWatched: true }, 'verify', folder, '--offline')
  rmSync(folder, { recursive: true })
  expect(code).toBe(1)
  expect(out).toContain('3 checked: 0 verified, 3 not verified')
  expect(err).toMatch(/^\rReading \[[.#]+\] 1 of 3/)
  expect(err).toContain('3 of 3 (100 %)')
})

test('a bar is drawn for who watches, and taken away', () => {
  let err = ''
  const watched = { out: () => Promise.resolve(), err: (text: string) => void (err += text) }
  let nowMs = 1000
  const progress = progressOf(
    { ...watched, isWatched: true, isShared: true, columns: 60 },
    4,
    () => nowMs,
  )
  progress.step()
  expect(err).toContain('1 of 4 (25 %)')
  progress.step()
  expect(err).not.toContain('2 of 4')
  nowMs += 1000
  progress.step()
  progress.step()
  expect(err).toContain('4 of 4 (100 %)')
  progress.clear()
  expect(err.endsWith('\r\u001b[K')).toBe(true)
  err = ''
  progressOf({ ...watched, isWatched: false, isShared: true, columns: 60 }, 4, () => nowMs).step()
  expect(err).toBe('')
})
