/** Why nothing was fetched. */
export type LoadCode =
  | 'ADDRESS_REFUSED'
  | 'BUDGET_SPENT'
  | 'CANCELLED'
  | 'HOST_NOT_FOUND'
  | 'NOT_REACHED'
  | 'REDIRECT_DOWNGRADE'
  | 'REDIRECT_WITHOUT_TARGET'
  | 'SCHEME_REFUSED'
  | 'TIMEOUT'
  | 'TOO_LARGE'
  | 'TOO_MANY_REDIRECTS'
  | 'UNSUPPORTED_ENCODING'
  | 'URL_REFUSED'

export interface LoadRefusal {
  readonly code: LoadCode
  readonly facts: Readonly<Record<string, string | number>>
}

/** What a server answered, whatever its status: that a badge is gone (410) is an answer too. */
export interface Loaded {
  /** The address that was asked for. */
  readonly url: string
  /** The address that answered, after redirects. */
  readonly finalUrl: string
  readonly status: number
  readonly contentType: string
  readonly bytes: Uint8Array
  /** Epoch ms, when the answer was complete. */
  readonly fetchedAt: number
}

export type LoadResult =
  | { readonly ok: true; readonly loaded: Loaded }
  | { readonly ok: false; readonly refusal: LoadRefusal }

/** Fetches one address. Never throws: what went wrong is the result. */
export type Load = (url: string) => Promise<LoadResult>

/** @returns a refusal as a result. */
export function notLoaded(
  code: LoadCode,
  facts: LoadRefusal['facts'],
): { readonly ok: false; readonly refusal: LoadRefusal } {
  return { ok: false, refusal: { code, facts } }
}
