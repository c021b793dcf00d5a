import { ed25519 } from '@noble/curves/ed25519.js'
import { BadgeError } from '../../badge-error.ts'
import { base58btc } from '../../bytes/multibase.ts'
import { ed25519Multikey } from '../../did/multikey.ts'
import { publicKeyOf } from '../../issue/signing-key.ts'
import { bundleBytes, bundleJson, signedBytes } from '../bundle-json.ts'
import type { BundleFile } from '../bundle-file.ts'
import { openBundle } from '../open-bundle.ts'

/**
 * Writes and signs a trust bundle. Same knowledge, time and key: same bytes, in whatever order the
 * entries come. What is returned has been opened by `openBundle` before.
 *
 * @param secretKey Ed25519, 32 bytes.
 * @returns the bytes of the file.
 * @throws BadgeError MALFORMED_VALUE_ERROR or TOO_LARGE, with the refusal of `openBundle`, for a
 * bundle that could not be read back: an address that stands there twice, a key without its owner.
 */
export function buildBundle(file: BundleFile, secretKey: Uint8Array): Uint8Array {
  const publicKey = ed25519Multikey(publicKeyOf(secretKey))
  const unsigned = bundleJson(file, publicKey)
  const signed = signedBytes(unsigned)
  const bytes =
    signed === null ? null : bundleBytes(unsigned, base58btc(ed25519.sign(signed, secretKey)))
  if (bytes === null)
    throw new BadgeError('MALFORMED_VALUE_ERROR', 'The bundle holds a text that is not Unicode.')
  const opened = openBundle(bytes, { pinnedKey: publicKey, newestSeen: null })
  if (opened.ok) return bytes
  const { code, ...facts } = opened.refusal
  throw new BadgeError(
    code === 'BUNDLE_TOO_LARGE' ? 'TOO_LARGE' : 'MALFORMED_VALUE_ERROR',
    'The bundle could not be read back.',
    { ...facts, refusal: code },
  )
}
