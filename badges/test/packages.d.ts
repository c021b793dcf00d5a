/** The part of the independent implementation that the tests use. */

declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { readonly cryptosuite: unknown })
  }
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: unknown
}

declare module '@digitalbazaar/vc' {
  interface VerifyOptions {
    readonly credential: unknown
    readonly suite: unknown
    readonly documentLoader: (url: string) => Promise<unknown>
    readonly now: Date
    readonly checkStatus: () => Promise<{ readonly verified: boolean }>
  }
  /** Knows the contexts of the data model itself. */
  export function defaultDocumentLoader(url: string): Promise<unknown>
  export function verifyCredential(options: VerifyOptions): Promise<{ readonly verified: boolean }>
}
