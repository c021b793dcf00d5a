import { generateKeyPairSync, sign } from 'node:crypto'
import { expect, test } from 'vitest'
import { chainFault } from './chain.ts'
import type { AuditEntry } from './entry.ts'
import { beforeTheFirst, commitmentTo, linkHash } from './entry.ts'
import type { AuditHead } from './head.ts'
import { headTextToSign, isHeadSigned } from './head.ts'
import { headDoubt } from './seen.ts'

const entry: AuditEntry = {
  n: 1,
  at: 1_795_000_000_000,
  commandKey: 'dev:1:a',
  command: 'goal.add',
  person: 'ana',
  device: 'dev',
  outcome: 'applied',
  records: ['goal/g'],
  commitments: ['ab'],
}
const at = (link: number, before = '') => ({ link, hash: linkHash(before, link, entry), entry })

test('an entry follows from the one before it, and from no other', () => {
  const first = at(1)
  expect(chainFault(beforeTheFirst, first)).toBeUndefined()
  expect(chainFault(first, at(2, first.hash))).toBeUndefined()
  expect(chainFault(first, at(2, 'another'))).toEqual({ code: 'changed', link: 2 })
  expect(chainFault(first, at(3, first.hash))).toEqual({ code: 'gap', link: 2 })
  expect(chainFault(beforeTheFirst, { ...first, entry: undefined })).toEqual({
    code: 'missing',
    link: 1,
  })
})

test('every field of an entry is in its hash', () => {
  const changes: readonly Partial<AuditEntry>[] = [
    { n: 2 },
    { at: 2 },
    { commandKey: 'x' },
    { command: 'x' },
    { person: 'x' },
    { device: null },
    { outcome: 'x' },
    { records: [] },
    { commitments: [null] },
  ]
  expect(changes).toHaveLength(Object.keys(entry).length)
  const hashes = changes.map(change => linkHash('', 1, { ...entry, ...change }))
  expect(new Set([...hashes, linkHash('', 1, entry)]).size).toBe(changes.length + 1)
})

test('a record is committed to under a salt: the same record under two looks like two', () => {
  expect(commitmentTo('a', { title: 't' })).toBe(commitmentTo('a', { title: 't' }))
  expect(commitmentTo('a', { title: 't' })).not.toBe(commitmentTo('b', { title: 't' }))
})

test('half a sign is hashed like any other, wherever it stands, and as nothing else', () => {
  const half = '\ud83c'
  const bodies = [
    { title: `cut ${half}` },
    { title: 'cut \ufffd' },
    { title: 'cut \ud83d' },
    { title: 'cut ', [half]: 1 },
    { title: String.raw`cut \ud83c` },
    { title: ['cut ', { in: half }] },
  ]
  expect(new Set(bodies.map(body => commitmentTo('a', body))).size).toBe(bodies.length)
  for (const body of bodies)
    expect(commitmentTo('a', JSON.parse(JSON.stringify(body)))).toBe(commitmentTo('a', body))
  expect(linkHash('', 1, { ...entry, records: [`person/${half}`] })).toMatch(/^[0-9a-f]{64}$/)
})

test('a head is signed for what it says, and for nothing else', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const key = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('hex')
  const said = { epoch: 'd.1', link: 7, hash: 'ab'.repeat(32), at: 5 }
  const signature = sign(null, Buffer.from(headTextToSign(said)), privateKey).toString('hex')
  expect(isHeadSigned({ ...said, signature }, key)).toBe(true)
  for (const change of [{ epoch: 'd.2' }, { link: 8 }, { hash: 'cd'.repeat(32) }, { at: 6 }])
    expect(isHeadSigned({ ...said, ...change, signature }, key)).toBe(false)
})

test('a log that got shorter, or says something else at the same place, is doubted; after a restore it is not', () => {
  const held: AuditHead = {
    epoch: 'd.1',
    link: 7,
    hash: 'ab'.repeat(32),
    at: 5,
    signature: 'cd'.repeat(64),
  }
  expect(headDoubt(undefined, held)).toBeUndefined()
  expect(headDoubt(held, held)).toBeUndefined()
  expect(headDoubt(held, { ...held, link: 8, hash: 'ef'.repeat(32) })).toBeUndefined()
  expect(headDoubt(held, { ...held, link: 6 })).toBe('shorter')
  expect(headDoubt(held, { ...held, hash: 'ef'.repeat(32) })).toBe('rewritten')
  const longer = { ...held, link: 8, hash: 'ef'.repeat(32) }
  expect(headDoubt(held, longer, { link: 7, hash: held.hash })).toBeUndefined()
  expect(headDoubt(held, longer, { link: 7, hash: 'ef'.repeat(32) })).toBe('rewritten')
  expect(headDoubt(held, longer, { link: 7, hash: null })).toBe('rewritten')
  expect(headDoubt(held, { ...held, epoch: 'd.2', link: 1 })).toBeUndefined()
  // Asked before the place that is held now was known.
  expect(headDoubt(held, longer, { link: 5, hash: null })).toBeUndefined()
  expect(headDoubt(held, { ...longer, epoch: 'd.2' }, { link: 7, hash: null })).toBeUndefined()
})
