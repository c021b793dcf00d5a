import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** The words of a PDF, page after page. */
export async function pdfText(path: string): Promise<string> {
  const pdfjs = createRequire(import.meta.url).resolve('pdfjs-dist/package.json')
  const pdf = await getDocument({
    data: new Uint8Array(readFileSync(path)),
    standardFontDataUrl: pdfjs.replace('package.json', 'standard_fonts/'),
    useSystemFonts: false,
  }).promise
  const parts: string[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    parts.push(items.map(item => ('str' in item ? item.str : '')).join(' '))
  }
  return parts.join(' ').replaceAll(/\s+/g, ' ')
}
