/**
 * Every request of a device is signed, a profile of HTTP Message Signatures (RFC 9421): Ed25519 over method, path with
 * query, the body's digest (RFC 9530), when it was made and a nonce that is used once.
 */
export interface Signed {
  readonly method: string
  /** Path and query as sent. */
  readonly target: string
  /** `sha-256=:…:` of the body; of the empty body for a GET, and for a file's chunk (the file has its own hash). */
  readonly digest: string
  /** Epoch seconds, by the device's clock. */
  readonly created: number
  readonly nonce: string
  readonly device: string
}

export const signatureHeaders = {
  input: 'signature-input',
  signature: 'signature',
  digest: 'content-digest',
} as const

const components = '("@method" "@target-uri-path" "content-digest")'

/** The value of `signature-input` for a request. */
export function signatureInput(signed: Signed): string {
  const { created, device, nonce } = signed
  return `device=${components};created=${created};keyid="${device}";nonce="${nonce}";alg="ed25519"`
}

/** The value of `content-digest` for a SHA-256 in base64 (RFC 9530). */
export const digestValue = (sha256Base64: string): string => `sha-256=:${sha256Base64}:`

/** The value of `signature` for an Ed25519 signature in base64 (RFC 9421, section 4.2). */
export const signatureValue = (signatureBase64: string): string => `device=:${signatureBase64}:`

/** The base64 in a `signature` header; `undefined` for anything but our profile. */
export const readSignatureValue = (header: string): string | undefined =>
  /^device=:([A-Za-z0-9+/]{86}==):$/.exec(header)?.[1]

/** The bytes (as text) that are signed. */
export function signatureBase(signed: Signed): string {
  return [
    `"@method": ${signed.method}`,
    `"@target-uri-path": ${signed.target}`,
    `"content-digest": ${signed.digest}`,
    `"@signature-params": ${signatureInput(signed).slice('device='.length)}`,
  ].join('\n')
}

const inputPattern =
  /^device=\("@method" "@target-uri-path" "content-digest"\);created=(\d{1,12});keyid="([\w-]{1,80})";nonce="([\w-]{16,64})";alg="ed25519"$/

/** Reads a `signature-input` header; `undefined` for anything but our profile. */
export function readSignatureInput(
  header: string,
): Pick<Signed, 'created' | 'device' | 'nonce'> | undefined {
  const found = inputPattern.exec(header)
  const [, created, device, nonce] = found ?? []
  if (created === undefined || device === undefined || nonce === undefined) return undefined
  return { created: Number(created), device, nonce }
}
