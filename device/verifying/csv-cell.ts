/**
 * A cell of a table that spreadsheets open (RFC 4180): always quoted, and text where a program would run it. A cell
 * that begins with one of `= + - @ TAB CR`, their wide forms, `|` or `%`, also behind blanks or in a later line of
 * it, gets an apostrophe (security.md row 56).
 */
export function csvCell(text: string): string {
  const defused = text
    .split(/\r\n|\n|\r/)
    .map(line => (/^[\s\uFEFF]*[=+\-@|%＝＋－＠]|^[\t\r]/.test(line) ? `'${line}` : line))
    .join('\n')
  return `"${defused.replaceAll('"', '""')}"`
}

/** Cells as a line. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`
