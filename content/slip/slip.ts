import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { plainSlip } from './plain-slip.ts'

/** What stands on the picture of a badge. */
export interface Slip {
  readonly title: string
  /** What was shown, in a sentence. */
  readonly shown: string
  /** Short lines at the foot: whose it is, who issued it, when. */
  readonly facts: readonly string[]
}

const widthPx = 1_200
const marginPx = 84
const look = { paper: '#FFFDF8', rule: '#D9D2C3', ink: '#1D2026', ink2: '#4B4A47', rose: '#A4505F' }

type Canvas = Awaited<ReturnType<typeof loadCanvas>>

/** The drawing library is large and native; a program without it still hands badges out. */
const loadCanvas = () => import('@napi-rs/canvas')

/**
 * A badge drawn as a slip of paper, as PNG: the same slip that the screens show. Where letters can't be drawn (the
 * drawing library or the fonts are missing from all folders), a slip without words: the badge is inside either way.
 */
export async function slipPng(slip: Slip, fontsFolders: readonly string[]): Promise<Uint8Array> {
  const canvas = await loadCanvas().catch(() => undefined)
  if (canvas === undefined || !hasFonts(canvas, fontsFolders)) return plainSlip()
  return drawn(canvas, slip)
}

/** Families as this program calls them, and the beginnings of the files that hold them, the best first. */
const families = {
  read: {
    name: 'Slip Read',
    files: [
      /^literata-latin-(opsz|wght|standard|full)-normal.*\.woff2$/,
      /^literata-regular\.ttf$/,
    ],
  },
  say: {
    name: 'Slip Say',
    files: [
      /^atkinson-hyperlegible-next-latin-wght-normal.*\.woff2$/,
      // Where no screens were built, one face says all of it.
      /^literata-regular\.ttf$/,
    ],
  },
} as const

function hasFonts(canvas: Canvas, folders: readonly string[]): boolean {
  return Object.values(families).every(({ name, files }) => {
    if (canvas.GlobalFonts.has(name)) return true
    const [path] = files.flatMap(file => folders.flatMap(folder => fontIn(folder, file) ?? []))
    return path !== undefined && canvas.GlobalFonts.registerFromPath(path, name) !== null
  })
}

function fontIn(folder: string, file: RegExp): string | undefined {
  try {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    const found = names.find(name => file.test(name.slice(name.search(/[^/\\]*$/))))
    return found === undefined ? undefined : join(folder, found)
  } catch {
    // No such folder beside this program: no fonts in it either.
    return undefined
  }
}

function drawn(canvas: Canvas, slip: Slip): Uint8Array {
  const measure = canvas.createCanvas(1, 1).getContext('2d')
  const within = widthPx - 2 * marginPx
  const wrapped = (text: string, font: string, linesMax: number) => {
    measure.font = font
    return wrap(text, part => measure.measureText(part).width <= within, linesMax)
  }
  const fonts = {
    title: `500 60px "${families.read.name}"`,
    shown: `400 34px "${families.read.name}"`,
    facts: `400 28px "${families.say.name}"`,
  }
  const title = wrapped(slip.title, fonts.title, 3)
  const shown = wrapped(slip.shown, fonts.shown, 4)
  const facts = wrapped(slip.facts.filter(fact => fact !== '').join('   ·   '), fonts.facts, 2)
  const ruleY = 84 + title.length * 76 + 20 + shown.length * 50 + 28
  const heightPx = ruleY + 34 + facts.length * 42 + 56
  const sheet = canvas.createCanvas(widthPx, heightPx)
  const pen = sheet.getContext('2d')
  pen.fillStyle = look.paper
  pen.fillRect(0, 0, widthPx, heightPx)
  pen.strokeStyle = look.rule
  pen.lineWidth = 3
  pen.strokeRect(1.5, 1.5, widthPx - 3, heightPx - 3)
  pen.fillStyle = look.rose
  pen.fillRect(0, 0, 10, heightPx)
  pen.textBaseline = 'top'
  const write = (
    lines: readonly string[],
    font: string,
    colour: string,
    top: number,
    step: number,
  ) => {
    pen.font = font
    pen.fillStyle = colour
    lines.forEach((line, n) => pen.fillText(line, marginPx, top + n * step))
  }
  write(title, fonts.title, look.ink, 64, 76)
  write(shown, fonts.shown, look.ink2, 64 + title.length * 76 + 24, 50)
  pen.fillStyle = look.rule
  pen.fillRect(marginPx, ruleY, within, 3)
  write(facts, fonts.facts, look.ink2, ruleY + 30, 42)
  return sheet.toBuffer('image/png')
}

/** Words into lines that fit, at most so many; what is left over is told by an ellipsis. */
export function wrap(text: string, fits: (part: string) => boolean, linesMax: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter(part => part !== '')) {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && fits(longer)) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  if (lines.length <= linesMax) return lines
  return [...lines.slice(0, linesMax - 1), `${lines[linesMax - 1] ?? ''} …`]
}
