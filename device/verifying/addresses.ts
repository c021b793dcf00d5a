import { verifyingLimits } from '../../contract/device/verifying.ts'

/** One line of a list: an address, or where none was found. */
export type AddressLine = { readonly address: string } | { readonly noneIn: number }

/**
 * The addresses of a list, one a line (RFC 4180, with `;` and TAB too). Lines before the first address are a heading;
 * blank ones are none. `noneIn`: number of a later line without one.
 *
 * Where a line has several, the badge is taken to be the one whose column is headed so ("Badge URL" before "Link"), then
 * the one that looks so, then the first that is more than a front page: a table of people has their school's site in it
 * too, and often a picture.
 */
export function* addressesIn(text: string): Generator<AddressLine> {
  let isHeading = true
  let heads: readonly number[] = []
  let lineNumber = 0
  for (const cells of linesOf(text.replace(/^\uFEFF/, ''))) {
    lineNumber += 1
    const address = addressOf(cells, heads)
    if (address !== undefined) {
      isHeading = false
      yield { address }
    } else if (!isHeading && !isBlank(cells)) yield { noneIn: lineNumber }
    else if (!isBlank(cells)) heads = cells.map(headRank)
  }
}

/** Whether a text is a list of addresses rather than a badge: it is written neither as JSON nor as XML, and has one. */
export function isList(text: string): boolean {
  if (/^[\s\uFEFF]*[{[<]/.test(text)) return false
  return addressesIn(text).next().done !== true
}

/** A list's text: UTF-16 where it begins so, as spreadsheets write "Unicode text"; else UTF-8. */
export function textOfList(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return new TextDecoder().decode(bytes)
}

/** Whether a text is one address that could be fetched; whether it may be, the loader decides. */
export function isAddress(text: string): boolean {
  return (
    /^https?:\/\/[^\s"<>]+$/i.test(text) &&
    text.length <= verifyingLimits.addressCharsMax &&
    URL.canParse(text)
  )
}

const isBlank = (cells: readonly string[]) => cells.every(cell => cell.trim() === '')

function addressOf(cells: readonly string[], heads: readonly number[]): string | undefined {
  let best: { readonly address: string; readonly rank: number } | undefined
  for (const [at, cell] of cells.entries()) {
    const address = cell.trim().replace(/^<(.*)>$/, '$1')
    if (!isAddress(address)) continue
    const rank = 10 * (heads[at] ?? 0) + lookRank(address)
    if (best === undefined || rank > best.rank) best = { address, rank }
  }
  return best?.address
}

const badgeWords = /badge|assertion|credential|insignia|credencial/i
const addressWords = /\burl\b|\blink\b|address|enlace|direcci[oó]n/i
const otherWords =
  /image|picture|photo|logo|imagen|foto|issuer|emisor|home|site|web|school|escuela|criteria|evidence/i

/** How much a column's head says that the badge's address is in it. */
function headRank(head: string): number {
  const said = (badgeWords.test(head) ? 2 : 0) + (addressWords.test(head) ? 1 : 0)
  return otherWords.test(head) ? said - 3 : said
}

/** How much an address looks as if a badge lay there. */
function lookRank(address: string): number {
  const { pathname } = new URL(address)
  if (pathname === '/') return -2
  if (/\.(png|jpe?g|gif|svg|webp)$/i.test(pathname)) return -1
  return badgeWords.test(pathname) || /\.json$/i.test(pathname) ? 1 : 0
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
