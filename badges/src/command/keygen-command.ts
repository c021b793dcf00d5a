import { randomBytes } from 'node:crypto'
import { fingerprintOf } from '../bundle/bundle.ts'
import { didWebDocument, didWebToUrl } from '../did/did.ts'
import { ed25519Multikey } from '../did/multikey.ts'
import { publicKeyOf } from '../issue/signing-key.ts'
import { grouped } from './bundle-given.ts'
import { exit, WrongUse, type Exit } from './exit.ts'
import { keyFileText } from './key-file.ts'
import { optionsOf, required } from './options.ts'
import type { Surroundings } from './surroundings.ts'
import { write } from './written-file.ts'

/**
 * `keygen --out FILE [--did-web DID]`: makes an Ed25519 key, writes it where only its owner may read it,
 * and prints what others need: the DID document to publish, or for a did:key its name.
 */
export async function keygenCommand(argv: readonly string[], by: Surroundings): Promise<Exit> {
  const { values, positionals } = optionsOf(argv, {
    out: { type: 'string' },
    'did-web': { type: 'string' },
  })
  if (positionals.length > 0) throw new WrongUse('keygen takes no FILE; it needs --out FILE.')
  const out = required('out', values.out)
  const did = values['did-web'] ?? null
  const address = did === null ? null : didWebToUrl(did)
  if (address !== null && !address.ok) throw new WrongUse(`${did} is not a did:web identifier.`)
  const secretKey = new Uint8Array(randomBytes(32))
  const text = keyFileText(secretKey, did)
  await write(by.terminal, out, text, true)
  const publicKey = publicKeyOf(secretKey)
  const multikey = ed25519Multikey(publicKey)
  by.terminal.err(
    `The secret key is in ${out}. Keep it: nobody can make it again.\n` +
      `Fingerprint of the public key: ${grouped(fingerprintOf(publicKey))}\n`,
  )
  if (did === null || address === null) {
    await by.terminal.out(`did:key:${multikey}\n`)
    return exit.good
  }
  by.terminal.err(`Publish this at ${address.value}:\n`)
  const document = didWebDocument(did, [{ fragment: multikey, publicKey }])
  await by.terminal.out(`${JSON.stringify(document, null, 2)}\n`)
  return exit.good
}
