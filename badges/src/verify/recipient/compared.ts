import { md5 } from '@noble/hashes/legacy.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { hexOf, utf8 } from '../../bytes/text.ts'
import { identityCharactersMax, saltCharactersMax } from '../../limits.ts'
import type { Identity } from './identity.ts'

/** How closely a value that was asked for is the one in the badge. */
export type Closeness = 'exact' | 'nfc' | 'lowercased' | 'digits'

/** @returns how two identities of one type compare; `null` where no comparison can be made. */
export function compared(
  asked: string,
  stated: Identity,
): { readonly as: Closeness | 'differs'; readonly hash: 'sha256' | 'md5' | 'none' } | null {
  if (asked.length > identityCharactersMax || stated.value.length > identityCharactersMax)
    return null
  const hash = hashOf(stated)
  if (hash === null) return null
  const forms: readonly (readonly [Closeness, (text: string) => string])[] = [
    ['exact', text => text],
    ['nfc', text => text.normalize('NFC')],
    ...loose(stated.type),
  ]
  const found = forms.find(([, form]) =>
    hash.name === 'none'
      ? form(stated.value) === form(asked)
      : hash.of(form(asked) + stated.salt) === hash.hex,
  )
  return { as: found?.[0] ?? 'differs', hash: hash.name }
}

/**
 * Letters of a DID and of an address of the web count: there is nothing to lower. A telephone number may be written
 * with signs between its digits, which say nothing (RFC 3966 section 5.1.1).
 */
function loose(type: string): readonly (readonly [Closeness, (text: string) => string])[] {
  if (type === 'id' || type === 'url') return []
  if (type === 'telephone') return [['digits', text => text.replace(/[\s().-]/g, '')]]
  return [['lowercased', text => text.normalize('NFC').trim().toLowerCase()]]
}

type Hash =
  | { readonly name: 'none' }
  | { readonly name: 'sha256' | 'md5'; readonly hex: string; readonly of: (text: string) => string }

/** `algorithm$hex`; the hex is compared without regard to case (OB 2.0 #IdentityHash). */
function hashOf({ isHashed, value, salt }: Identity): Hash | null {
  if (!isHashed) return { name: 'none' }
  if (salt.length > saltCharactersMax) return null
  const [, name = '', hex = ''] = /^(sha256|md5)\$([0-9a-f]+)$/i.exec(value) ?? []
  if (name.toLowerCase() === 'sha256' && hex.length === 64)
    return { name: 'sha256', hex: hex.toLowerCase(), of: text => hexOf(sha256(utf8(text))) }
  if (name.toLowerCase() === 'md5' && hex.length === 32)
    return { name: 'md5', hex: hex.toLowerCase(), of: text => hexOf(md5(utf8(text))) }
  return null
}
