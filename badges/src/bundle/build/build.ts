/** Making trust bundles. The only part of `bundle` that ever holds a secret key. */
export { buildBundle } from './build-bundle.ts'
export { BadgeError } from '../../badge-error.ts'
export type { EntryKind } from '../../entry-kinds.ts'
export type { BundleEntry, BundleFile } from '../bundle-file.ts'
