import { hash } from 'node:crypto'

/** SHA-256 (hex) of a text's UTF-8 bytes, by the platform: several times as fast as what `core` has for everywhere. */
export const sha256OfText = (text: string): string => hash('sha256', text)
