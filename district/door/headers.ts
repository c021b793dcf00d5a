import type { ServerResponse } from 'node:http'

/** Headers of every answer (security.md §6). A public badge, list or key adds that anyone may read it. */
const everyAnswer: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-dns-prefetch-control': 'off',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex',
}

/** Two years, once the district is known by an HTTPS address. */
const strictTransport = 'max-age=63072000'

/** Puts the headers of every answer on one; an answer may still say its own. */
export function setHeaders(outgoing: ServerResponse, isHttps: boolean): void {
  for (const [name, value] of Object.entries(everyAnswer)) outgoing.setHeader(name, value)
  if (isHttps) outgoing.setHeader('strict-transport-security', strictTransport)
}

/** Headers of what anyone on any page may read. */
export const publicAnswer: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
}

/**
 * Headers of the page of a badge: no script, no form, nothing from elsewhere, in no frame. Its sandbox gives it an origin
 * of its own, which no policy of openers may then name.
 */
export const pageAnswer: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; img-src 'self'; style-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox allow-downloads",
  'cross-origin-opener-policy': 'unsafe-none',
  'cache-control': 'no-cache',
  vary: 'accept, accept-language',
}

/** Headers of evidence bytes: nothing in them may run, wherever they are opened. */
export const evidenceAnswer: Readonly<Record<string, string>> = {
  'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
  'content-type': 'application/octet-stream',
  'content-disposition': 'attachment',
}
