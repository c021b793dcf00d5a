import { crc32, deflateRawSync } from 'node:zlib'

/** One entry of a zip for trials; what is given beside name and bytes is written as it is, true or not. */
export interface TrialEntry {
  readonly name: string | Uint8Array
  readonly bytes: Uint8Array
  /** Stored instead of deflated. */
  readonly stored?: boolean
  readonly method?: number
  readonly flags?: number
  /** Unix mode: 0o120777 is a link. */
  readonly mode?: number
  readonly saysUnpackedBytes?: number
  readonly saysPackedBytes?: number
  readonly crc?: number
  /** Points at the data of an earlier entry instead of having its own. */
  readonly dataOf?: number
}

/** A zip (APPNOTE 6.3.10) made by hand, so that it can be wrong in every way. */
export function aZip(entries: readonly TrialEntry[], saysEntries = entries.length): Buffer {
  const parts: Buffer[] = []
  const central: Buffer[] = []
  const offsets: number[] = []
  let at = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.name)
    const packed = entry.stored === true ? Buffer.from(entry.bytes) : deflateRawSync(entry.bytes)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(entry.flags ?? 0, 2)
    fields.writeUInt16LE(entry.method ?? (entry.stored === true ? 0 : 8), 4)
    fields.writeUInt32LE(entry.crc ?? crc32(entry.bytes), 10)
    fields.writeUInt32LE(entry.saysPackedBytes ?? packed.length, 14)
    fields.writeUInt32LE(entry.saysUnpackedBytes ?? entry.bytes.length, 18)
    fields.writeUInt16LE(name.length, 22)
    const offset = entry.dataOf === undefined ? at : (offsets[entry.dataOf] ?? 0)
    offsets.push(offset)
    if (entry.dataOf === undefined) {
      const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, name, packed])
      parts.push(local)
      at += local.length
    }
    const more = Buffer.alloc(14)
    more.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 6)
    more.writeUInt32LE(offset, 10)
    // Made on Unix: the mode counts.
    central.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0003'), fields, more, name]))
  }
  const list = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(Math.min(saysEntries, 65_535), 8)
  end.writeUInt16LE(Math.min(saysEntries, 65_535), 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, list, end])
}
