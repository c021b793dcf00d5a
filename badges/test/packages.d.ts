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

declare module '@digitalbazaar/vc-bitstring-status-list' {
  export * from '@digitalbazaar/vc-status-list'
}

declare module '@digitalbazaar/vc-status-list' {
  interface List {
    setStatus(index: number, status: boolean): void
  }
  export function createList(options: { readonly length: number }): Promise<List>
  export function createCredential<Credential>(options: {
    readonly id: string
    readonly list: List
    readonly statusPurpose: string
  }): Promise<Credential>
  export function checkStatus(options: {
    readonly credential: unknown
    readonly suite: unknown
    readonly documentLoader: (url: string) => Promise<unknown>
  }): Promise<{
    readonly verified: boolean
    readonly results?: readonly { readonly status: boolean }[]
  }>
}

declare module '@digitalbazaar/ed25519-signature-2020' {
  export class Ed25519Signature2020 {
    constructor(options?: { readonly key?: unknown; readonly date?: Date })
  }
}

declare module '@digitalbazaar/ed25519-verification-key-2020' {
  interface KeyPair {
    id: string
    controller: string
    readonly publicKeyMultibase: string
  }
  export const Ed25519VerificationKey2020: {
    generate(): Promise<KeyPair>
  }
}
