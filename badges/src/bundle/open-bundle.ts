import { ed25519 } from '@noble/curves/ed25519.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesOfBase58btc } from '../bytes/multibase.ts'
import { hexOf } from '../bytes/text.ts'
import { publicKeyOfMultikey } from '../did/multikey.ts'
import type { TrustBundle } from '../verify/trust-bundle.ts'
import { bundleBytes, bundleJson, signedBytes } from './bundle-json.ts'
import type { BundleEntry, BundleFile } from './bundle-file.ts'
import type { BundleRefusal, BundleResult } from './bundle-refusal.ts'
import { fingerprintOf, plainFingerprint } from './fingerprint.ts'
import { readBundle } from './read-bundle.ts'
import { withRegistries } from './with-registries.ts'

/** Whose bundle is taken, and which would be a step back. */
export interface OpenBundleOptions {
  /** Multikey (`z6Mk…`) of the district, pinned when this device joined it; null where it has not. */
  readonly pinnedKey: string | null
  /** Fingerprint that a person has seen and accepted. */
  readonly acceptedFingerprint?: string
  /** `createdAt` of the newest bundle of this key ever opened here, epoch ms; null for the first. */
  readonly newestSeen: number | null
}

/** A bundle that may be used, and what to remember of it. */
export interface OpenedBundle {
  readonly bundle: TrustBundle
  readonly entries: readonly BundleEntry[]
  readonly publicKey: string
  readonly fingerprint: string
  /** Epoch ms: keep it as `newestSeen`. */
  readonly createdAt: number
  /** Of the whole file, hexadecimal. */
  readonly sha256: string
}

/**
 * Opens a trust bundle for use. Asked in this order, so that a fingerprint is only shown of a key that
 * really signed: can it be read, does the signature hold, is it by an accepted key, is it not older than
 * the newest seen, is each entry what its digest says.
 *
 * @returns the bundle, or the refusal. Never throws.
 */
export function openBundle(
  bytes: Uint8Array,
  options: OpenBundleOptions,
): BundleResult<OpenedBundle> {
  const read = readBundle(bytes)
  if (!read.ok) return read
  const { file, unsigned, publicKey, signature } = read.value
  const key = publicKeyOfMultikey(publicKey)
  if (key?.type !== 'Ed25519' || !holds(signature, signedBytes(unsigned), key.bytes))
    return refuse({ code: 'BUNDLE_SIGNATURE' })

  const fingerprint = fingerprintOf(key.bytes)
  const { name, createdAt } = file
  const isAccepted =
    options.pinnedKey === publicKey ||
    plainFingerprint(options.acceptedFingerprint ?? '') === fingerprint
  if (!isAccepted) return refuse({ code: 'BUNDLE_OTHER_KEY', fingerprint, name, createdAt })
  if (options.newestSeen !== null && createdAt < options.newestSeen)
    return refuse({ code: 'BUNDLE_OLDER', createdAt, newestSeen: options.newestSeen })
  for (const [at, entry] of file.entries.entries()) {
    const actual = hexOf(sha256(entry.bytes))
    const said = read.value.sha256[at] ?? ''
    if (said !== actual)
      return refuse({ code: 'BUNDLE_ENTRY_DIFFERS', url: entry.url, stated: said, actual })
  }
  // One knowledge, one text: what is not written as we write it was written by something else.
  if (!isSame(bytes, bundleBytes(bundleJson(file, publicKey), signature)))
    return refuse({ code: 'BUNDLE_NOT_READ', about: '', reason: 'not in canonical form' })
  return {
    ok: true,
    value: {
      bundle: bundleOf(file),
      entries: file.entries,
      publicKey,
      fingerprint,
      createdAt,
      sha256: hexOf(sha256(bytes)),
    },
  }
}

function holds(signature: string, signed: Uint8Array | null, publicKey: Uint8Array): boolean {
  const bytes = bytesOfBase58btc(signature)
  if (bytes?.length !== 64 || signed === null) return false
  try {
    // RFC 8032 to the letter: no small-order keys, no second spelling of a signature.
    return ed25519.verify(bytes, signed, publicKey, { zip215: false })
  } catch {
    return false
  }
}

function bundleOf(file: BundleFile): TrustBundle {
  const { issuers, registries } = withRegistries(file)
  const documents = new Map(
    file.entries.map(({ url, bytes: content, httpStatus, ...entry }) => [
      url,
      { ...entry, content, ...(httpStatus === 200 ? {} : { httpStatus }) },
    ]),
  )
  return {
    name: file.name,
    documents,
    issuers,
    ...(registries.length === 0 ? {} : { registries }),
    keys: file.keys,
  }
}

function isSame(one: Uint8Array, other: Uint8Array | null): boolean {
  return one.length === other?.length && one.every((byte, at) => byte === other[at])
}

function refuse(refusal: BundleRefusal): { readonly ok: false; readonly refusal: BundleRefusal } {
  return { ok: false, refusal }
}
