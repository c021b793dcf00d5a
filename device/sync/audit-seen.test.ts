import { createPrivateKey, sign } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { publicKeyOf } from 'open-badges-validator-core/issue'
import type { AuditHead } from '../../core/audit/head.ts'
import { headTextToSign } from '../../core/audit/head.ts'
import { scriptedTrustKey, scriptedTrustSecret } from '../trial/scripted-district.ts'
import { auditSeen, takeHead } from './audit-seen.ts'

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
const keyOf = (secret: Uint8Array) =>
  createPrivateKey({
    key: { kty: 'OKP', crv: 'Ed25519', d: text(secret), x: text(publicKeyOf(secret)) },
    format: 'jwk',
  })
const theirs = keyOf(scriptedTrustSecret)
const strangers = keyOf(new Uint8Array(32).fill(3))

const headAt = (link: number, change: Partial<AuditHead> = {}, key = theirs): AuditHead => {
  const said = { epoch: 'd.1', link, hash: String(link).padStart(64, '0'), at: link, ...change }
  return { ...said, signature: sign(null, Buffer.from(headTextToSign(said)), key).toString('hex') }
}

const sealAt = (link: number) => ({ link, hash: headAt(link).hash, at: link })

let kept: Map<string, string>
const store = {
  meta: (name: string) => kept.get(name),
  setMeta: (name: string, value: string) => void kept.set(name, value),
}
beforeEach(() => {
  const district = { name: 'D', address: 'http://d', epoch: 'd.1', person: 'p', roles: [] }
  kept = new Map([
    ['about', JSON.stringify({ district: { ...district, trustKey: scriptedTrustKey } })],
  ])
})
const take = (...heads: readonly AuditHead[]) => {
  for (const head of heads) takeHead(store, head, 9_000)
  return auditSeen(store)
}

test('the newest end that the district signed is held', () => {
  expect(take()).toBeUndefined()
  expect(take(headAt(3), headAt(5))).toEqual({ held: sealAt(5) })
})

test('one that says less, or something else, does not take its place, and is told', () => {
  expect(take(headAt(5), headAt(4))).toEqual({
    held: sealAt(5),
    doubt: { code: 'shorter', since: 9_000 },
  })
  expect(take(headAt(5), headAt(5, { hash: 'ab'.repeat(32) }))).toMatchObject({
    held: sealAt(5),
  })
})

test('a log that was made anew is told also when it has grown past what is held', () => {
  take(headAt(5))
  takeHead(store, headAt(6), 9_000, { link: 5, hash: headAt(5).hash })
  expect(auditSeen(store)).toEqual({ held: sealAt(6) })
  takeHead(store, headAt(9), 9_000, { link: 6, hash: 'ab'.repeat(32) })
  expect(auditSeen(store)).toEqual({ held: sealAt(6), doubt: { code: 'rewritten', since: 9_000 } })
})

test('after a doubt nothing that follows takes the place of what is held', () => {
  take(headAt(5), headAt(5, { hash: 'ab'.repeat(32) }))
  expect(take(headAt(9))).toMatchObject({ held: sealAt(5), doubt: { code: 'rewritten' } })
})

test('a district that came back from a backup is believed anew, and what was held before stays beside it', () => {
  take(headAt(5), headAt(3))
  const restored = (link: number) => headAt(link, { epoch: 'd.2' })
  expect(take(restored(2))).toEqual({
    held: sealAt(2),
    before: [{ ...sealAt(5), until: 9_000 }],
  })
  // It goes on, and is doubted anew where something speaks against it.
  expect(take(restored(3))).toMatchObject({ held: sealAt(3) })
  expect(take(restored(2))).toMatchObject({
    held: sealAt(3),
    before: [sealAt(5)],
    doubt: { code: 'shorter' },
  })
  // Nothing was done since the backup: it is another life all the same.
  expect(take(headAt(3, { epoch: 'd.3' }))).toMatchObject({ before: [sealAt(5), sealAt(3)] })
  expect(take(headAt(9, { epoch: 'd.4' }, strangers))).toMatchObject({ held: sealAt(3) })
})

test('one that somebody else signed is told, and never held', () => {
  expect(take(headAt(5, {}, strangers))).toEqual({ doubt: { code: 'unsigned', since: 9_000 } })
  expect(take(headAt(6))).toEqual({ held: sealAt(6), doubt: { code: 'unsigned', since: 9_000 } })
  kept.delete('audit-seen')
  expect(take(headAt(5), headAt(6, {}, strangers))).toMatchObject({
    held: sealAt(5),
    doubt: { code: 'unsigned' },
  })
  const [head] = [headAt(6)]
  expect(take({ ...head, link: 7 })).toMatchObject({ held: sealAt(5) })
})
