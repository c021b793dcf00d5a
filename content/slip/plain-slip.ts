import { crc32, deflateSync } from 'node:zlib'

const widthPx = 640
const heightPx = 400
const paper = [0xfb, 0xf9, 0xf4] as const
const ink = [0x2b, 0x2a, 0x33] as const
const rose = [0xb4, 0x4b, 0x5e] as const

/** A slip of paper with its rule and its margin, without words, as PNG (ISO/IEC 15948): drawn where no letters can be. */
export function plainSlip(): Uint8Array {
  const rows = Buffer.alloc(heightPx * (1 + widthPx * 3))
  for (let y = 0; y < heightPx; y++) {
    const start = y * (1 + widthPx * 3) + 1
    for (let x = 0; x < widthPx; x++) rows.set(colourAt(x, y), start + x * 3)
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(widthPx, 0)
  header.writeUInt32BE(heightPx, 4)
  // Eight bits a channel, red green blue.
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function colourAt(x: number, y: number): readonly [number, number, number] {
  const isEdge = x < 2 || y < 2 || x >= widthPx - 2 || y >= heightPx - 2
  if (isEdge) return ink
  if (x >= 452 && x < 454) return rose
  const isTitle = y >= 96 && y < 104 && x >= 48 && x < 400
  const isLine = [176, 208, 240].some(top => y >= top && y < top + 3) && x >= 48 && x < 360
  return isTitle || isLine ? ink : paper
}

function chunk(type: string, content: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const framed = Buffer.alloc(named.length + 8)
  framed.writeUInt32BE(content.length, 0)
  framed.set(named, 4)
  framed.writeUInt32BE(crc32(named), named.length + 4)
  return framed
}
