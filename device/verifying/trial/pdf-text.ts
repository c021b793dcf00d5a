import { createRequire } from 'node:module'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A page as a reader of PDF has it. */
export interface PageRead {
  /** Its text, line by line. */
  readonly text: string
  /** Where each piece of text stands, from below (points). */
  readonly pieces: readonly { readonly text: string; readonly x: number; readonly y: number }[]
  readonly roles: readonly string[]
}

/** What a reader of PDF has of a document: its information and its pages. */
export async function pdfRead(
  bytes: Uint8Array,
): Promise<{ readonly info: object; readonly pages: readonly PageRead[] }> {
  const pdfjs = createRequire(import.meta.url).resolve('pdfjs-dist/package.json')
  const pdf = await getDocument({
    // It takes what it is given away.
    data: new Uint8Array(bytes),
    standardFontDataUrl: pdfjs.replace('package.json', 'standard_fonts/'),
    verbosity: 0,
  }).promise
  const { info } = await pdf.getMetadata()
  const pages: PageRead[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    const found = items.flatMap(item => ('str' in item ? [item] : []))
    const roles: string[] = []
    const walk = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return
      if ('role' in node) roles.push(String(node.role))
      if ('children' in node && Array.isArray(node.children)) node.children.forEach(walk)
    }
    walk(await page.getStructTree())
    pages.push({
      text: found.map(item => `${item.str}${item.hasEOL ? ' ' : ''}`).join(''),
      pieces: found.map(({ str, transform }) => ({
        text: str,
        x: Number(transform[4]),
        y: Number(transform[5]),
      })),
      roles,
    })
  }
  return { info, pages }
}
