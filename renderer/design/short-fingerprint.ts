/** Characters of a fingerprint that people compare. */
const charsShown = 16

/** The beginning of a file's SHA-256 (hex), as it is shown. */
export const shortFingerprint = (sha256: string): string => sha256.slice(0, charsShown)
