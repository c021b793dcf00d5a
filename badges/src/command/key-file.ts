import { base58btc, bytesOfBase58btc } from '../bytes/multibase.ts'
import { joinBytes, textOfUtf8 } from '../bytes/text.ts'
import { didKey, didKeyVerificationMethod, ed25519Multikey } from '../did/did.ts'
import { publicKeyOf } from '../issue/signing-key.ts'
import { parseJson } from '../json/parse.ts'
import { textOf, valueAt } from '../json/value.ts'
import { jsonBytesMax } from '../limits.ts'
import { WrongUse } from './exit.ts'
import { readGiven } from './with-documents.ts'

/** Multicodec prefix of an Ed25519 secret key (Controlled Identifiers 1.0, section 2.2.2). */
const secretPrefix = Uint8Array.of(0x80, 0x26)

export interface KeyFile {
  readonly secretKey: Uint8Array
  readonly verificationMethod: string
}

/**
 * @param controller who signs with it; null for the key itself, as did:key.
 * @returns the text of a key file: a Multikey with its secret half.
 */
export function keyFileText(secretKey: Uint8Array, controller: string | null): string {
  const publicKey = publicKeyOf(secretKey)
  const multikey = ed25519Multikey(publicKey)
  const own = didKey(publicKey)
  const method = {
    id: controller === null ? didKeyVerificationMethod(own) : `${controller}#${multikey}`,
    type: 'Multikey',
    controller: controller ?? own,
    publicKeyMultibase: multikey,
    secretKeyMultibase: base58btc(joinBytes(secretPrefix, secretKey)),
  }
  return `${JSON.stringify(method, null, 2)}\n`
}

/** @throws WrongUse for a file that is not a key of ours, or whose halves don't belong together. */
export async function readKeyFile(path: string): Promise<KeyFile> {
  const parsed = parseJson(textOfUtf8(await readGiven(path, jsonBytesMax))?.trim() ?? '')
  const method = parsed.ok ? parsed.value : null
  const id = textOf(valueAt(method, 'id'))
  const bytes = bytesOfBase58btc(textOf(valueAt(method, 'secretKeyMultibase')) ?? '')
  const isSecret = bytes?.length === 34 && secretPrefix.every((byte, at) => bytes[at] === byte)
  if (id === null || bytes === null || !isSecret)
    throw new WrongUse(`${path} is not a key file of “open-badges keygen”.`)
  const secretKey = bytes.slice(2)
  if (valueAt(method, 'publicKeyMultibase') !== ed25519Multikey(publicKeyOf(secretKey)))
    throw new WrongUse(`${path}: the two halves of the key do not belong together.`)
  return { secretKey, verificationMethod: id }
}
