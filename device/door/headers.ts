/** React Aria puts one `<style>` into the page; this is its hash (a browser test fails when it changes). */
const reactAriaStyle = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='"

type Headers = Readonly<Record<string, string>>

/** Headers of every answer, whatever it is. */
export const everyAnswer: Headers = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-dns-prefetch-control': 'off',
  'permissions-policy':
    'camera=(self), microphone=(self), geolocation=(), payment=(), usb=(), display-capture=()',
}

const policy = (parts: readonly string[]): string => parts.join('; ')

/** The policy of the screens: no script, style or connection but our own; a frame only for the viewer. */
export const screenPolicy = (viewerOrigin: string): string =>
  policy([
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${reactAriaStyle}`,
    "img-src 'self' blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    `frame-src ${viewerOrigin}`,
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ])

/** The policy of the viewer's page: it may read from its own origin alone, and only our screens may frame it. */
export const viewerPolicy = (screenOrigin: string): string =>
  policy([
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    `frame-ancestors ${screenOrigin}`,
    "require-trusted-types-for 'script'",
    'trusted-types pdf-worker',
    'sandbox allow-scripts allow-same-origin',
  ])

/** The policy of a stranger's bytes: they are shown by the viewer or saved, and never run. */
export const bytesPolicy = policy(['sandbox', "default-src 'none'", "style-src 'unsafe-inline'"])

/** Data for the screens. */
export const jsonHeaders: Headers = {
  'content-type': 'application/json; charset=utf-8',
  'content-security-policy': "default-src 'none'",
  'cache-control': 'no-store',
}
