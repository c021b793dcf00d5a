import { textOf, valueAt, type JsonObject } from '../../json/value.ts'

/** @returns the name a proof goes by: its cryptosuite, else its type. */
export function proofName(proof: JsonObject): string {
  const type = textOf(valueAt(proof, 'type'))
  const name = type === 'DataIntegrityProof' ? textOf(valueAt(proof, 'cryptosuite')) : type
  return (name ?? 'none').slice(0, 100)
}
