/** Why a file is not used as a trust bundle. */
export type BundleRefusal =
  /** Not this format, or not in its one canonical form; `about` is a JSON pointer. */
  | { readonly code: 'BUNDLE_NOT_READ'; readonly about: string; readonly reason: string }
  | { readonly code: 'BUNDLE_TOO_LARGE'; readonly limit: string; readonly max: number }
  | { readonly code: 'BUNDLE_VERSION'; readonly version: string }
  /** Changed after signing, or never signed by the key it names. */
  | { readonly code: 'BUNDLE_SIGNATURE' }
  /** Well signed, by a key nobody here has accepted. A person may accept the fingerprint. */
  | {
      readonly code: 'BUNDLE_OTHER_KEY'
      readonly fingerprint: string
      readonly name: string
      readonly createdAt: number
    }
  | { readonly code: 'BUNDLE_OLDER'; readonly createdAt: number; readonly newestSeen: number }
  /** An entry is not what its digest says. */
  | {
      readonly code: 'BUNDLE_ENTRY_DIFFERS'
      readonly url: string
      readonly stated: string
      readonly actual: string
    }

export type BundleResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: BundleRefusal }
