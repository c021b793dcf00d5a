/** Trust lists on this computer: signed files that say who issues badges, with which keys and status lists. */
export const trustListPaths = {
  /**
   * GET → TrustListsSaid. POST the bytes of a file → TrustTaken; with its fingerprint as `?accepted=` when a person
   * compared it. Below it, by fingerprint: GET → the file; POST {remove: true} → TrustListsSaid.
   */
  lists: '/api/trust-lists',
} as const

/** Names the fingerprint in the address, as a person typed it. */
export const acceptedParameter = 'accepted'

export const trustListLimits = {
  bytesMax: 8_388_608,
  /** Lists that a person accepted, besides the district's own. */
  acceptedMax: 20,
} as const

/** A list that this computer goes by. */
export interface TrustListSaid {
  /** SHA-256 of the key that signed it, hex. */
  readonly fingerprint: string
  readonly name: string
  /** When it was made, by its own word (epoch ms). */
  readonly createdAt: number
  readonly takenAt: number
  /** Whether it is signed by the district that this computer joined. */
  readonly isDistricts: boolean
  readonly issuers: readonly { readonly id: string; readonly name: string | undefined }[]
  /** How many issuers, of which `issuers` names the first 100. */
  readonly issuersCount: number
  /** Status lists in it. */
  readonly listsCount: number
}

export interface TrustListsSaid {
  /** The district's own first, then by name. */
  readonly lists: readonly TrustListSaid[]
  /** Why what the district sent is not taken; what was taken before stays. */
  readonly refused: TrustRefused | undefined
}

export const trustRefusalCodes = [
  'BUNDLE_NOT_READ',
  'BUNDLE_TOO_LARGE',
  'BUNDLE_VERSION',
  'BUNDLE_SIGNATURE',
  'BUNDLE_OTHER_KEY',
  'BUNDLE_OLDER',
  'BUNDLE_ENTRY_DIFFERS',
  /** As many as there may be are accepted already. */
  'BUNDLES_FULL',
] as const

/** Why a file is not taken. `facts` of BUNDLE_OTHER_KEY: `fingerprint`, `name`, `createdAt`; of BUNDLE_OLDER: `createdAt`, `newestSeen`. */
export interface TrustRefused {
  readonly code: (typeof trustRefusalCodes)[number]
  readonly facts: Readonly<Record<string, string | number>>
}

/** What came of handing one in. */
export type TrustTaken =
  | { readonly taken: TrustListSaid; readonly refused?: undefined }
  | { readonly taken?: undefined; readonly refused: TrustRefused }
