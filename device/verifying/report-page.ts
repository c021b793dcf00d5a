import PDFDocument from 'pdfkit'
import { brokenLines } from './broken-lines.ts'
import { drawnLetters } from './drawn-letters.ts'
import { reportLetters } from './report-letters.ts'

/** US Letter, lying (points). */
const page = { width: 792, height: 612, margin: 40, foot: 24 }
const widths = [140, 152, 184, 236] as const
/** Where each column begins. */
const lefts = widths.map((_, at) =>
  widths.slice(0, at).reduce((x: number, wide) => x + wide, page.margin),
)
const gap = 8
const cellSize = 8
const rowPadding = 6
/** What stands above the rows of a table on each page, and what a row may take at most. */
const headHeight = 20
/** The distance of lines of a size (points). */
const lineHeight = (size: number): number => size * 1.4
const rowLinesMax = Math.floor(
  (page.height - 2 * page.margin - page.foot - headHeight - rowPadding) / lineHeight(cellSize),
)
/** What stays below a heading on its page: a decision, the heads of a table, a usual row (points). */
const headedHeight = 110
/** Letters of a sentence outside of tables: some twenty lines. */
const sentenceLettersMax = 2_500
/** Letters of the foot: they leave room for the page's number. */
const footLettersMax = 120
const ink = '#1D2026'
const quiet = '#4B4A47'
const rule = '#DED8CB'

type Role = 'H1' | 'H2' | 'P'
type Font = keyof typeof reportLetters

const looks: Readonly<
  Record<Role, { readonly font: Font; readonly size: number; readonly space: number }>
> = {
  H1: { font: 'bold', size: 20, space: 10 },
  H2: { font: 'bold', size: 12, space: 6 },
  P: { font: 'regular', size: 10, space: 4 },
}

/** A document of headings, sentences and tables of four columns, tagged (ISO 32000-1, 14.8). */
export interface ReportPages {
  say(role: Role, text: string): void
  /** A table; each row's cells as long texts as they need. What is higher than a page goes on in a row of its own. */
  table(head: readonly string[]): { row(cells: readonly string[]): void; end(): void }
  end(): void
}

/** What is said on each page, and above a row that goes on. */
export interface PagesSaid {
  page(n: number): string
  /** At the beginning of each page's foot: whose page it is. */
  readonly foot: string
  /** The last line of all: whether a page is missing can be seen by it. */
  end(pages: number): string
  goesOn(name: string): string
}

/** Begins a document; its bytes go to `put` as they are made. */
export function beginPages(
  about: {
    readonly title: string
    readonly language: string
    readonly author: string
    readonly at: number
  },
  said: PagesSaid,
  put: (bytes: Uint8Array) => void,
  ended: () => void,
): ReportPages {
  const doc = new PDFDocument({
    size: [page.width, page.height],
    // Pages are turned here: a row is never cut.
    margins: { top: page.margin, left: page.margin, right: page.margin, bottom: 0 },
    tagged: true,
    pdfVersion: '1.7',
    lang: about.language,
    displayTitle: true,
    font: reportLetters.regular,
    info: { Title: about.title, Author: about.author, CreationDate: new Date(about.at) },
  })
  doc.on('data', put)
  doc.on('end', ended)
  const root = doc.struct('Document')
  doc.addStructure(root)
  let y = page.margin
  let pageNumber = 1
  const width = page.width - 2 * page.margin
  const bottom = page.height - page.margin - page.foot

  const artifact = (draw: () => void) => {
    doc.markContent('Artifact', { type: 'Pagination' })
    draw()
    doc.endMarkedContent()
  }
  const foot = () =>
    artifact(() => {
      doc.font(reportLetters.regular).fontSize(cellSize).fillColor(quiet)
      const at = page.height - page.margin
      doc.text(drawnLetters(said.foot, footLettersMax), page.margin, at, { lineBreak: false })
      const options = { width, align: 'right', lineBreak: false } as const
      doc.text(drawnLetters(said.page(pageNumber)), page.margin, at, options)
    })
  const turn = () => {
    foot()
    doc.addPage()
    pageNumber += 1
    y = page.margin
  }
  /** Draws into a structure element that has the text itself where letters can't be drawn. */
  const element = (type: string, text: string, isWhole: boolean, drawInto: () => void) =>
    doc.struct(type, isWhole ? {} : { actual: text }, drawInto)
  const lettersWide = new Map<string, number>()
  /** The lines of a text in a font: measured letter by letter, each letter once. */
  const linesOf = (text: string, font: Font, size: number, wide: number): readonly string[] => {
    doc.font(reportLetters[font]).fontSize(size)
    const widthOf = (letter: string) => {
      const name = `${font} ${size} ${letter}`
      const known = lettersWide.get(name)
      if (known !== undefined) return known
      const measured = doc.widthOfString(letter)
      lettersWide.set(name, measured)
      return measured
    }
    return brokenLines(text, wide, widthOf)
  }
  const draw = (lines: readonly string[], left: number, top: number, size: number) =>
    lines.forEach((line, at) =>
      doc.text(line, left, top + at * lineHeight(size), { lineBreak: false }),
    )
  const cellLines = (line: string, at: number, type: 'TH' | 'TD'): readonly string[] =>
    linesOf(drawnLetters(line), cellFont(type), cellSize, (widths[at] ?? 0) - gap)

  /** So many lines of a cell as fit into one row; at least one. */
  const fitting = (lines: readonly string[], at: number): number => {
    let count = 0
    const over = lines.findIndex(line => {
      count += cellLines(line, at, 'TD').length
      return count > rowLinesMax
    })
    return over === -1 ? lines.length : Math.max(1, over)
  }
  const drawnCells = (cells: readonly (readonly string[])[], type: 'TH' | 'TD') =>
    cells.map((lines, at) => lines.flatMap(line => cellLines(line, at, type)))
  const heightOf = (drawn: readonly (readonly string[])[]): number =>
    Math.max(1, ...drawn.map(lines => lines.length)) * lineHeight(cellSize) + rowPadding
  const rowOf = (
    table: PDFKit.PDFStructureElement,
    type: 'TH' | 'TD',
    cells: readonly (readonly string[])[],
    onTurn: () => void,
    below = 0,
  ) => {
    const drawn = drawnCells(cells, type)
    const height = heightOf(drawn)
    if (y + height + below > bottom) {
      turn()
      onTurn()
    }
    artifact(() => {
      doc
        .moveTo(page.margin, y)
        .lineTo(page.margin + width, y)
        .lineWidth(0.5)
        .strokeColor(rule)
        .stroke()
    })
    const line = doc.struct('TR')
    table.add(line)
    drawn.forEach((lines, at) => {
      const left = lefts[at] ?? page.margin
      const text = cells[at]?.join('\n') ?? ''
      const isWhole = text.split('\n').every(one => isDrawnWhole(one))
      const cell = element(type, text, isWhole, () => {
        doc.font(reportLetters[cellFont(type)]).fontSize(cellSize)
        doc.fillColor(type === 'TH' ? quiet : ink)
        draw(lines, left, y + 3, cellSize)
      })
      if (type === 'TH') headColumn(cell)
      line.add(cell)
    })
    line.end()
    y += height
  }

  const say = (role: Role, text: string) => {
    const { font, size, space } = looks[role]
    const lines = linesOf(drawnLetters(text, sentenceLettersMax), font, size, width)
    const height = lines.length * lineHeight(size)
    // A heading stays with what it is the heading of.
    if (y + height + (role === 'P' ? 0 : headedHeight) > bottom) turn()
    if (role === 'H2') y += 10
    const words = element(role, text, isDrawnWhole(text, sentenceLettersMax), () => {
      doc.font(reportLetters[font]).fontSize(size).fillColor(ink)
      draw(lines, page.margin, y, size)
    })
    root.add(words)
    words.end()
    y += height + space
  }

  return {
    say,
    table(head) {
      const table = doc.struct('Table')
      root.add(table)
      let hasHead = false
      /** The heads are drawn where the first row is, never alone at a page's end. */
      const headed = (below: number) => {
        if (hasHead) return
        hasHead = true
        const heads = head.map(text => [text])
        rowOf(table, 'TH', heads, () => {}, below)
      }
      const again = () =>
        artifact(() => {
          doc.font(reportLetters[cellFont('TH')]).fontSize(cellSize).fillColor(quiet)
          head.forEach((text, at) =>
            doc.text(drawnLetters(text), lefts[at] ?? page.margin, y, { lineBreak: false }),
          )
          y += headHeight - rowPadding
        })
      return {
        row(cells) {
          let left = cells.map(text => text.split('\n'))
          while (left.some(lines => lines.length > 0)) {
            const counts = left.map(fitting)
            const now = left.map((lines, at) => lines.slice(0, counts[at]))
            headed(heightOf(drawnCells(now, 'TD')))
            rowOf(table, 'TD', now, again)
            left = left.map((lines, at) => lines.slice(counts[at]))
            if (left.some(lines => lines.length > 0))
              left = [[said.goesOn(cells[0] ?? '')], ...left.slice(1)]
          }
        },
        end: () => table.end(),
      }
    },
    end() {
      // It tells the number of the page that it is on.
      if (y + lineHeight(looks.P.size) > bottom) turn()
      say('P', said.end(pageNumber))
      foot()
      root.end()
      doc.end()
    },
  }
}

const cellFont = (type: 'TH' | 'TD'): Font => (type === 'TH' ? 'bold' : 'regular')

/** Whether a text is drawn letter for letter. */
const isDrawnWhole = (text: string, lettersMax?: number): boolean =>
  drawnLetters(text, lettersMax) === text.normalize('NFC')

/** Says that a cell is the heading of its column (ISO 32000-1, 14.8.5.7): pdfkit has no word for it. */
function headColumn(cell: object): void {
  const dictionary = 'dictionary' in cell ? cell.dictionary : undefined
  if (typeof dictionary !== 'object' || dictionary === null || !('data' in dictionary)) return
  Object.assign(Object(dictionary.data), { A: { O: 'Table', Scope: 'Column' } })
}
