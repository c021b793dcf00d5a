import PDFDocument from 'pdfkit'
import { winAnsi } from './win-ansi.ts'

/** US Letter, lying (points). */
const page = { width: 792, height: 612, margin: 40, foot: 24 }
const widths = [178, 178, 178, 178] as const
const gap = 8
const cellCharsMax = 600
const cellLinesMax = 20
const ink = '#1D2026'
const quiet = '#4B4A47'
const rule = '#DED8CB'

type Role = 'H1' | 'H2' | 'P'

const looks: Readonly<
  Record<Role, { readonly font: string; readonly size: number; readonly space: number }>
> = {
  H1: { font: 'Helvetica-Bold', size: 20, space: 10 },
  H2: { font: 'Helvetica-Bold', size: 12, space: 6 },
  P: { font: 'Helvetica', size: 10, space: 4 },
}

/** A document of headings, sentences and tables of four columns, tagged (ISO 32000-1, 14.8). */
export interface ReportPages {
  say(role: Role, text: string): void
  /** A table; each row's cells as long texts as they need. */
  table(head: readonly string[]): { row(cells: readonly string[]): void; end(): void }
  end(): void
}

/** Begins a document; its bytes go to `put` as they are made. `pageSaid`: how a page is called. */
export function beginPages(
  about: {
    readonly title: string
    readonly language: string
    readonly author: string
    readonly at: number
  },
  pageSaid: (n: number) => string,
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
      doc.font('Helvetica').fontSize(8).fillColor(quiet)
      doc.text(winAnsi(pageSaid(pageNumber)), page.margin, page.height - page.margin, {
        width,
        align: 'right',
        lineBreak: false,
      })
    })
  const turn = () => {
    foot()
    doc.addPage()
    pageNumber += 1
    y = page.margin
  }
  /** Draws into a structure element that has the text itself where letters can't be drawn. */
  const element = (type: string, text: string, draw: (drawn: string) => void) => {
    const drawn = winAnsi(text)
    const same = drawn === text.normalize('NFC')
    return doc.struct(type, same ? {} : { actual: text }, () => draw(drawn))
  }
  const rowOf = (
    table: PDFKit.PDFStructureElement,
    type: 'TH' | 'TD',
    cells: readonly string[],
    onTurn: () => void,
  ) => {
    const texts = cells.map(cut)
    doc.font(type === 'TH' ? 'Helvetica-Bold' : 'Helvetica').fontSize(8)
    const heights = texts.map((text, at) =>
      doc.heightOfString(winAnsi(text), { width: (widths[at] ?? 0) - gap }),
    )
    const height = Math.max(...heights) + 6
    if (y + height > bottom) {
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
    let x = page.margin
    texts.forEach((text, at) => {
      const left = x
      line.add(
        element(type, text, drawn => {
          doc.font(type === 'TH' ? 'Helvetica-Bold' : 'Helvetica').fontSize(8)
          doc.fillColor(type === 'TH' ? quiet : ink)
          doc.text(drawn, left, y + 3, { width: (widths[at] ?? 0) - gap })
        }),
      )
      x += widths[at] ?? 0
    })
    line.end()
    y += height
  }

  return {
    say(role, text) {
      const { font, size, space } = looks[role]
      doc.font(font).fontSize(size)
      const height = doc.heightOfString(winAnsi(text), { width })
      // A heading stays with what it is the heading of.
      if (y + height + (role === 'P' ? 0 : 60) > bottom) turn()
      if (role === 'H2') y += 10
      const said = element(role, text, drawn => {
        doc.font(font).fontSize(size).fillColor(ink).text(drawn, page.margin, y, { width })
      })
      root.add(said)
      said.end()
      y += height + space
    },
    table(head) {
      const table = doc.struct('Table')
      root.add(table)
      rowOf(table, 'TH', head, () => {})
      const again = () =>
        artifact(() => {
          doc.font('Helvetica-Bold').fontSize(8).fillColor(quiet)
          head.forEach((text, at) =>
            doc.text(winAnsi(text), page.margin + at * widths[0], y, { lineBreak: false }),
          )
          y += 14
        })
      return {
        row: cells => rowOf(table, 'TD', cells, again),
        end: () => table.end(),
      }
    },
    end() {
      foot()
      root.end()
      doc.end()
    },
  }
}

function cut(text: string): string {
  const lines = text.split('\n').slice(0, cellLinesMax).join('\n')
  return lines === text && text.length <= cellCharsMax ? text : `${lines.slice(0, cellCharsMax)}…`
}
