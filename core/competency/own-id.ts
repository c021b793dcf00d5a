import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** Whose an import is: a person of a district, or whoever works on a computer that has not joined one. */
export type ImportOwner = { readonly person: string } | { readonly device: string }

/**
 * The record id of an owner's copy of a framework, the same for the same owner and CASE identifier, and another for
 * anybody else: two teachers who bring in one package never meet. A computer that has not joined stands for its
 * person, whose name in the district nobody knows yet.
 */
export function ownFrameworkId(owner: ImportOwner, identifier: string): string {
  const whose = 'person' in owner ? ['person', owner.person] : ['device', owner.device]
  return uuidOf(['framework', ...whose, identifier])
}

/** The record id of a statement within an own copy of a framework. */
export const ownCompetencyId = (framework: string, identifier: string): string =>
  uuidOf(['competency', framework, identifier])

/** A UUID of version 8 (RFC 9562 §5.8) from SHA-256; as JSON, no two lists of names read alike. */
function uuidOf(names: readonly string[]): string {
  const hex = bytesToHex(sha256(utf8ToBytes(JSON.stringify(names))))
  const variant = (8 + (Number.parseInt(hex.charAt(16), 16) & 3)).toString(16)
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`]
  return [...parts, `${variant}${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-')
}
