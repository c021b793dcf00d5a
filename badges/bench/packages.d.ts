// What the bench uses of its peers; they are installed in this folder alone.
declare module 'jose' {
  export function importJWK(jwk: object, alg: string): Promise<object>
  export function compactVerify(
    jws: string,
    key: object,
    options: { readonly algorithms: readonly string[] },
  ): Promise<{ readonly payload: Uint8Array }>
}
declare module '@digitalcredentials/verifier-core' {
  export function verifyCredential(asked: {
    readonly credential: object
    readonly knownDIDRegistries: object
  }): Promise<{
    readonly errors?: readonly unknown[]
    readonly log?: readonly { readonly id: string; readonly valid?: boolean }[]
  }>
}
