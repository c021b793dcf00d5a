import { verifyingLimits } from '../../contract/device/verifying.ts'

/** One line of a list: an address, or where none was found. */
export type AddressLine = { readonly address: string } | { readonly noneIn: number }

/**
 * The addresses of a list, one a line: the first cell of a line that is one (RFC 4180, with `;` and TAB too). Lines
 * before the first address are a heading; blank ones are none. `noneIn`: number of a later line without one.
 */
export function* addressesIn(text: string): Generator<AddressLine> {
  let isHeading = true
  let lineNumber = 0
  for (const cells of linesOf(text.replace(/^\uFEFF/, ''))) {
    lineNumber += 1
    const address = cells.map(cell => cell.trim()).find(isAddress)
    if (address !== undefined) {
      isHeading = false
      yield { address }
    } else if (!isHeading && cells.some(cell => cell.trim() !== '')) yield { noneIn: lineNumber }
  }
}

/** Whether a text is one address that could be fetched; whether it may be, the loader decides. */
export function isAddress(text: string): boolean {
  return (
    /^https?:\/\/[^\s"<>]+$/i.test(text) &&
    text.length <= verifyingLimits.addressCharsMax &&
    URL.canParse(text)
  )
}

/** Lines of a list as their cells; a quoted cell may hold anything. */
function* linesOf(text: string): Generator<readonly string[]> {
  let cells: string[] = []
  let cell = ''
  let isQuoted = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at)
    if (isQuoted) {
      if (sign !== '"') cell += sign
      else if (text.charAt(at + 1) === '"') {
        cell += '"'
        at += 1
      } else isQuoted = false
    } else if (sign === '"' && cell === '') isQuoted = true
    else if (sign === ',' || sign === ';' || sign === '\t') {
      cells.push(cell)
      cell = ''
    } else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && text.charAt(at + 1) === '\n') at += 1
      yield [...cells, cell]
      cells = []
      cell = ''
    } else cell += sign
  }
  if (cell !== '' || cells.length > 0) yield [...cells, cell]
}
