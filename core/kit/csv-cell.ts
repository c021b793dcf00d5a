/** What begins a formula in some spreadsheet, also in its wide form. */
const runs = /^[\s\uFEFF"]*[=+\-@|%＝＋－＠]/
/** Where a program may begin another cell: at a line's end, and at `;` or a TAB where that is what parts cells. */
const cellEnds = /(\r\n|[\n\r\v\f\u0085\u2028\u2029;\t])/

/**
 * A cell of a table that spreadsheets open (RFC 4180): always quoted, and text where a program would run it. What
 * begins with one of `= + - @`, their wide forms, `|` or `%`, also behind blanks, gets an apostrophe; so does what
 * follows a line's end, a `;` or a TAB in it, for a program that takes those as the end of a cell (security.md row 56).
 */
export function csvCell(text: string): string {
  const defused = text
    .split(cellEnds)
    .map((piece, at) => {
      if (at % 2 === 1) return piece === '\r\n' || piece === '\r' ? '\n' : piece
      return runs.test(piece) ? `'${piece}` : piece
    })
    .join('')
  const isBegun = /^[\t\r;]/.test(text)
  return `"${(isBegun ? `'${defused}` : defused).replaceAll('"', '""')}"`
}

/** Cells as a line. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`
