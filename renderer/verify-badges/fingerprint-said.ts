/** A fingerprint in groups of four signs, as it is read out loud. */
export const fingerprintSaid = (fingerprint: string): string =>
  fingerprint.match(/.{1,4}/g)?.join(' ') ?? ''
