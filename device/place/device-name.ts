/** Bytes of randomness in a computer's name, which is for good. */
export const deviceNameBytes = 16
