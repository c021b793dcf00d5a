/** A trust bundle as a file, for reading. Signing one is `/bundle/build`. */
export { openBundle, type OpenBundleOptions, type OpenedBundle } from './open-bundle.ts'
export { fingerprintOf, plainFingerprint } from './fingerprint.ts'
export type { BundleRefusal, BundleResult } from './bundle-refusal.ts'
export type { BundleEntry, BundleFile } from './bundle-file.ts'
export { entryKinds, type EntryKind } from '../entry-kinds.ts'
