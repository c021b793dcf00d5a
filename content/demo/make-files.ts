// Makes the demo's evidence: `node content/demo/make-files.ts`. Run by an author, not by a build: the outputs are
// committed. Needs Chromium, ffmpeg (with libx264 and libflite) and exiftool from Debian. Everything is drawn,
// written and spoken by programs; no person, school or child is shown.
import { execFileSync } from 'node:child_process'
import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx'
import PDFDocument from 'pdfkit'
import { chromium } from 'playwright-core'
import { board, exitTickets, numberLine, numberLineSteps } from './make-pictures.ts'
import { lessonPlan, listeningLog, memo, transcript } from './make-texts.ts'

const out = (name: string) => new URL(`files/${name}`, import.meta.url).pathname
const work = mkdtempSync(join(tmpdir(), 'demo-files-'))
const made = new Date('2026-11-18T20:05:00Z')

async function makePdf() {
  const pdf = new PDFDocument({
    size: 'LETTER',
    margins: { top: 72, bottom: 72, left: 72, right: 72 },
    lang: 'en-US',
    displayTitle: true,
    info: { Title: 'Comparing fractions, lesson plan', Author: 'Maya Okafor', CreationDate: made },
  })
  const file = createWriteStream(out('comparing-fractions-lesson-plan.pdf'))
  pdf.pipe(file)
  for (const [n, page] of lessonPlan.entries()) {
    if (n > 0) pdf.addPage()
    pdf.font('Times-Bold').fontSize(18).text(page.title).moveDown(0.6)
    for (const { heading, lines } of page.sections) {
      pdf.font('Helvetica-Bold').fontSize(11).text(heading).moveDown(0.2)
      pdf.font('Helvetica').fontSize(10.5)
      for (const line of lines) pdf.text(line, { lineGap: 2 }).moveDown(0.35)
      pdf.moveDown(0.4)
    }
  }
  pdf.end()
  await once(file, 'finish')
}

async function makeDocx() {
  const turns = transcript.turns.map(
    ([time, who, said]) =>
      new Paragraph({
        spacing: { after: 120 },
        children: [
          new TextRun({ text: `${time}  ${who}  `, bold: true }),
          new TextRun({ text: said }),
        ],
      }),
  )
  const file = new Document({
    title: transcript.title,
    creator: 'Maya Okafor',
    sections: [
      {
        children: [
          new Paragraph({ text: transcript.title, heading: HeadingLevel.HEADING_1 }),
          ...transcript.intro.map(text => new Paragraph({ text, spacing: { after: 160 } })),
          ...turns,
          new Paragraph({ text: 'What I notice', heading: HeadingLevel.HEADING_2 }),
          ...transcript.after.map(text => new Paragraph({ text, spacing: { after: 160 } })),
        ],
      },
    ],
  })
  writeFileSync(out('small-group-transcript.docx'), await Packer.toBuffer(file))
}

async function drawPictures(): Promise<readonly string[]> {
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  })
  try {
    const page = await browser.newPage()
    const draw = async (svg: string, width: number, height: number, path: string) => {
      await page.setViewportSize({ width, height })
      await page.setContent(`<body style="margin:0">${svg}</body>`)
      await page.screenshot({ path })
    }
    await draw(board, 1280, 860, join(work, 'board.png'))
    await draw(exitTickets, 1100, 800, out('exit-tickets-sorted.png'))
    const frames: string[] = []
    for (let step = 0; step <= numberLineSteps; step += 1) {
      const frame = join(work, `line-${step}.png`)
      await draw(numberLine(step), 640, 360, frame)
      frames.push(frame)
    }
    return frames
  } finally {
    await browser.close()
  }
}

const ffmpeg = (...args: readonly (readonly string[])[]) =>
  execFileSync('ffmpeg', ['-y', '-loglevel', 'error', ...args.flat()])

/** A photo as a phone writes it, with the place where it was taken: the grounds of the State Capitol, Nashville. */
function makeJpeg() {
  const path = out('board-thirds-and-halves.jpg')
  ffmpeg(['-i', join(work, 'board.png'), '-q:v', '5', path])
  execFileSync('exiftool', [
    '-q',
    '-overwrite_original',
    '-Make=Meritfolio',
    '-Model=Drawn picture, no camera',
    '-DateTimeOriginal=2026:11:19 13:52:08',
    '-OffsetTimeOriginal=-06:00',
    '-Orientation#=1',
    '-GPSLatitude=36.1658',
    '-GPSLatitudeRef=N',
    '-GPSLongitude=86.7844',
    '-GPSLongitudeRef=W',
    '-GPSAltitude=158',
    '-ImageDescription=Board after the talk about thirds and halves',
    path,
  ])
}

/** One second a step, and a tap of the chalk as each is drawn. H.264 and AAC, ready to stream. */
function makeFilm(frames: readonly string[]) {
  const list = frames.map(frame => `file '${frame}'\nduration 1\n`).join('')
  writeFileSync(join(work, 'frames.txt'), `${list}file '${frames.at(-1) ?? ''}'\n`)
  const taps = 'aevalsrc=0.35*exp(-40*mod(t\\,1))*sin(2*PI*900*t)*(0.6+0.4*random(0)):s=44100'
  ffmpeg(
    ['-f', 'concat', '-safe', '0', '-i', join(work, 'frames.txt')],
    ['-f', 'lavfi', '-i', taps, '-t', String(frames.length)],
    ['-vf', 'fps=12,format=yuv420p', '-c:v', 'libx264', '-crf', '30', '-preset', 'slow'],
    ['-c:a', 'aac', '-b:a', '48k', '-movflags', '+faststart'],
    ['-metadata', 'title=Number line, step by step', out('number-line.mp4')],
  )
}

function makeMemo() {
  writeFileSync(join(work, 'memo.txt'), memo)
  ffmpeg(
    ['-f', 'lavfi', '-i', `flite=textfile=${join(work, 'memo.txt')}:voice=slt`],
    ['-c:a', 'aac', '-b:a', '32k', '-ac', '1', '-movflags', '+faststart'],
    ['-metadata', 'title=After the lesson', out('memo-after-lesson.m4a')],
  )
}

try {
  const frames = await drawPictures()
  await makePdf()
  await makeDocx()
  makeJpeg()
  makeFilm(frames)
  makeMemo()
  writeFileSync(out('listening-log.md'), listeningLog)
  console.log(readFileSync(out('number-line.mp4')).length, 'bytes of film')
} finally {
  rmSync(work, { recursive: true })
}
