/** Making trust bundles. The only part of `bundle` that ever holds a secret key. */
export { buildBundle } from './build-bundle.ts'
export { BadgeError } from '../../badge-error.ts'
export type { BundleEntry, BundleFile, EntryKind } from '../bundle-file.ts'
