/** The parts of the independent implementations that the tests use. */

declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: {
      readonly cryptosuite: unknown
      readonly signer?: unknown
      readonly date?: Date
    })
  }
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: unknown
}

declare module '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite' {
  export const cryptosuite: unknown
}

declare module '@digitalbazaar/ecdsa-sd-2023-cryptosuite' {
  export function createSignCryptosuite(options: {
    readonly mandatoryPointers: readonly string[]
  }): unknown
  export function createDiscloseCryptosuite(options: {
    readonly selectivePointers: readonly string[]
  }): unknown
  export function createVerifyCryptosuite(): unknown
}

declare module '@digitalbazaar/ecdsa-multikey' {
  interface KeyPair {
    id: string
    controller: string
    signer(): unknown
    export(options: { readonly publicKey: true }): Promise<{ readonly publicKeyMultibase: string }>
  }
  export function generate(options: { readonly curve: 'P-256' | 'P-384' }): Promise<KeyPair>
}

declare module '@digitalbazaar/vc' {
  type Loader = (url: string) => Promise<unknown>
  interface VerifyOptions {
    readonly credential: unknown
    readonly suite: unknown
    readonly documentLoader: Loader
    readonly now: Date
    readonly checkStatus: () => Promise<{ readonly verified: boolean }>
  }
  /** Knows the contexts of the data model itself. */
  export function defaultDocumentLoader(url: string): Promise<unknown>
  export function verifyCredential(options: VerifyOptions): Promise<{ readonly verified: boolean }>
  export function issue<Credential>(options: {
    readonly credential: Credential
    readonly suite: unknown
    readonly documentLoader: Loader
    readonly now: Date
  }): Promise<Credential>
  export function derive<Credential>(options: {
    readonly verifiableCredential: Credential
    readonly suite: unknown
    readonly documentLoader: Loader
  }): Promise<Credential>
}
