import { base64url } from '../../bytes/base64url.ts'
import { base58btc } from '../../bytes/multibase.ts'
import { joinBytes, utf8 } from '../../bytes/text.ts'
import type { JoseKey } from '../../jose/jose-key.ts'
import { keyOfMultikey } from '../../jose/key-of-multikey.ts'
import { verifyJws } from '../../jose/verify-jws.ts'
import type { JsonObject } from '../../json/value.ts'
import { digestOf, optionsHash } from '../../json-ld/proof-hash.ts'
import { found, refused, type Result } from '../../refusal.ts'
import { signaturesMax } from '../../limits.ts'
import type { Case } from '../case.ts'
import { spendSignatures } from '../effort.ts'
import type { DerivedProof } from './derived-proof.ts'

/** What a derived proof shows. */
export interface Disclosed {
  readonly holds: boolean
  /** Whether the issuer lets nobody leave out the status: else one that is shown may be one of several. */
  readonly isStatusFixed: boolean
}
const broken: Disclosed = { holds: false, isStatusFixed: false }

const statusIri = '<https://www.w3.org/2018/credentials#credentialStatus>'
const isOfStatus = (statement: string) => statement.split(' ', 2)[1] === statusIri

/**
 * Checks a derived proof of ecdsa-sd-2023 (vc-di-ecdsa section 3.6.7): the issuer's signature over
 * the options, the one-time key and the statements that may not be left out; then, by that key, one
 * signature for each other statement that is shown.
 *
 * @returns what they cover, where all of them hold; TOO_COMPLEX past the limits.
 */
export async function disclosedHolds(
  the: Case,
  proof: JsonObject,
  derived: DerivedProof,
  key: JoseKey,
): Promise<Result<Disclosed>> {
  const canonical = await the.canonical()
  if (!canonical.ok) return canonical
  const options = await optionsHash(proof, the.document['@context'], the.canonicalOf)
  if (!options.ok) return options
  const statements = relabelled(canonical.value, derived.labels)
  const oneTime = keyOfMultikey(base58btc(derived.publicKey))
  if (statements === null || !oneTime.ok) return found(broken)
  if (statements.length !== derived.signatures.length + derived.mandatory.length)
    return found(broken)
  const isMandatory = new Set(derived.mandatory)
  const fixed = statements.filter((_, at) => isMandatory.has(at))
  const chosen = statements.filter((_, at) => !isMandatory.has(at))
  if (fixed.length !== isMandatory.size) return found(broken)
  const signed = joinBytes(options.value, derived.publicKey, digestOf(fixed.join(''), 'SHA-256'))
  const { baseSignature: signature, signatures } = derived
  if (!(await verifyJws({ alg: 'ES256', signed, signature, key }))) return found(broken)
  const each = await eachHolds(the, chosen, signatures, oneTime.value)
  if (!each.ok) return each
  const isStatusFixed = fixed.some(isOfStatus) && !chosen.some(isOfStatus)
  return found({ holds: each.value, isStatusFixed })
}

async function eachHolds(
  the: Case,
  statements: readonly string[],
  signatures: readonly Uint8Array[],
  key: JoseKey,
): Promise<Result<boolean>> {
  if (!spendSignatures(the.effort, statements.length))
    return refused('TOO_COMPLEX', { reason: 'too many signatures in one badge', signaturesMax })
  for (const [at, statement] of statements.entries()) {
    const signature = signatures[at] ?? new Uint8Array()
    if (!(await verifyJws({ alg: 'ES256', signed: utf8(statement), signature, key })))
      return found(false)
  }
  return found(true)
}

/**
 * Gives blank nodes the labels that were signed, and sorts anew (section 3.4.2). Only terms are
 * renamed: a text that looks like a label stays what it is.
 *
 * @returns the statements, each with its line end, or null where nodes and labels do not match.
 */
function relabelled(
  canonical: string,
  labels: ReadonlyMap<number, Uint8Array>,
): readonly string[] | null {
  const names = new Map([...labels].map(([number, bytes]) => [number, base64url(bytes)]))
  const used = new Set<number>()
  const renamed = (_: string, number: string): string => {
    used.add(Number(number))
    return `_:u${names.get(Number(number)) ?? ''}`
  }
  const lines = canonical.split('\n').filter(line => line !== '')
  const statements = lines.map(line =>
    line
      .replace(/^_:c14n(\d+)(?= )/, renamed)
      .replace(/(?<=^\S+ <[^>]*> )_:c14n(\d+)(?= )/, renamed)
      .replace(/(?<= )_:c14n(\d+)(?= \.$)/, renamed),
  )
  // Two nodes under one label would be one node taken apart: what is said of it could be shared out.
  const isOneToOne =
    new Set(names.values()).size === used.size &&
    names.size === used.size &&
    [...used].every(number => names.has(number))
  return isOneToOne ? statements.toSorted(byCodeUnits).map(line => `${line}\n`) : null
}

function byCodeUnits(first: string, second: string): number {
  return first < second ? -1 : 1
}
