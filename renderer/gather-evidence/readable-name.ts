/**
 * Signs that turn the reading direction round, or can't be seen: a program can be made to look like a picture.
 * What joins letters of Arabic or Persian, or signs of one picture, stays.
 */
const deceiving = /[\p{Cc}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/gu

/** A file's name as a person may trust it when it is shown (security.md row 25); the name that is kept stays as it came. */
export const readableName = (name: string): string => name.replaceAll(deceiving, '')
