import { fileURLToPath } from 'node:url'

const folder = new URL('../../content/letters/', import.meta.url)

/**
 * The two weights of the report's font: files that are embedded in part. A document calls them by their paths: one that
 * has a name of its own beside its path pdfkit reads anew at every change of font.
 */
export const reportLetters = {
  regular: fileURLToPath(new URL('literata-regular.ttf', folder)),
  bold: fileURLToPath(new URL('literata-bold.ttf', folder)),
} as const
