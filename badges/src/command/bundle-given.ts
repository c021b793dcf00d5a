import { openBundle } from '../bundle/bundle.ts'
import { bundleBytesMax } from '../limits.ts'
import type { TrustBundle } from '../verify/trust-bundle.ts'
import { WrongUse } from './exit.ts'
import { shown } from './terminal.ts'
import { readGiven } from './with-documents.ts'

/**
 * Opens the bundle that `--bundle` names. A command has no memory of a pinned key: the person says
 * with `--accept-key` whose bundle it is, by the fingerprint they were told.
 *
 * @throws WrongUse with what to do about it.
 */
export async function bundleGiven(
  path: string,
  accepted: string | null,
  notOlderThan: number | null,
): Promise<TrustBundle> {
  const opened = openBundle(await readGiven(path, bundleBytesMax), {
    pinnedKey: accepted,
    ...(accepted === null ? {} : { acceptedFingerprint: accepted }),
    newestSeen: notOlderThan,
  })
  if (opened.ok) return opened.value.bundle
  const { refusal } = opened
  switch (refusal.code) {
    case 'BUNDLE_OTHER_KEY':
      throw new WrongUse(
        `${path} (“${shown(refusal.name)}”, ${new Date(refusal.createdAt).toISOString()}) is signed by the key with the fingerprint\n` +
          `  ${grouped(refusal.fingerprint)}\n` +
          `Compare it with what whoever made the bundle tells you. To use the bundle, add\n` +
          `  --accept-key ${refusal.fingerprint}`,
      )
    case 'BUNDLE_OLDER':
      throw new WrongUse(
        `${path} was made on ${new Date(refusal.createdAt).toISOString()}, before ${new Date(refusal.newestSeen).toISOString()}.`,
      )
    case 'BUNDLE_ENTRY_DIFFERS':
      throw new WrongUse(
        `${path}: what it holds for ${shown(refusal.url)} is not what its digest says.`,
      )
    case 'BUNDLE_SIGNATURE':
      throw new WrongUse(`${path} was changed after it was signed, or was never signed.`)
    case 'BUNDLE_TOO_LARGE':
      throw new WrongUse(`${path} is larger than a trust bundle may be (${refusal.limit}).`)
    case 'BUNDLE_VERSION':
      throw new WrongUse(
        `${path} is a trust bundle of version ${shown(refusal.version)}, which this version does not read.`,
      )
    case 'BUNDLE_NOT_READ':
      throw new WrongUse(`${path} is not a trust bundle: ${refusal.about} ${refusal.reason}`)
  }
}

/** @returns a fingerprint in groups of four, as people compare them. */
export function grouped(fingerprint: string): string {
  return (fingerprint.match(/.{1,4}/g) ?? []).join(' ')
}
