import { expect, test } from 'vitest'
import { publicKeyOf } from 'open-badges-validator-core/issue'
import { atAddressText } from '../../contract/sync/join.ts'
import { isSigned } from '../../core/kit/signed.ts'
import { shownAtAddress } from './at-address.ts'

const trust = Uint8Array.from({ length: 32 }, (_, at) => at + 1)
const publicKey = Buffer.from(publicKeyOf(trust)).toString('hex')
const address = 'https://record.alder.example'
const nonce = 'abcdefghijklmnopqrstuvwxyz012345'
const house = { address, epoch: () => 'alder.1', secrets: { trust } }
const here = { ...house, address: 'http://127.0.0.1:4400' }
const shown = (query: Readonly<Record<string, string>>, by = house) =>
  shownAtAddress(by, query).proof
const isProof = (proof: string | undefined, origin: string, of = nonce) =>
  isSigned('at-address', atAddressText({ nonce: of, origin }, 'alder.1'), {
    ...{ publicKey, signature: proof ?? '' },
  })

test('a district shows that it is at its own address; one on this very computer, at whichever port it answers today', () => {
  expect(isProof(shown({ nonce, origin: address }), address)).toBe(true)
  const today = 'http://localhost:4500'
  expect(isProof(shown({ nonce, origin: today }, here), today)).toBe(true)
  expect(isProof(shown({ nonce, origin: today }, here), here.address)).toBe(false)
  expect(isProof(shown({ nonce, origin: address }), address, `${nonce}6`)).toBe(false)
})

test('for an address that it does not know as its own it gives no word: somebody may be passing questions on', () => {
  for (const origin of [
    'https://record.alder.example.evil.example',
    'https://127.0.0.1.evil.example',
    'http://record.alder.example',
    'https://record.alder.example:8443',
    'localhost',
    '',
    // On a computer that several use, somebody else's program answers there as well.
    'http://127.0.0.1:4400',
    'http://localhost:9999',
  ])
    expect([origin, shown({ nonce, origin })]).toEqual([origin, undefined])
})

test('who asks nothing more than anyone is told nothing more', () => {
  expect(shownAtAddress(house, {})).toEqual({})
  expect(shown({ nonce: 'short', origin: address })).toBeUndefined()
})
