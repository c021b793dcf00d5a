import { fileTypeFromBuffer } from 'file-type'

/** How much of a file's beginning is looked at (bytes). */
export const headBytes = 65_536

/**
 * What a file is, from its first bytes and never from its name. Text that a browser would run (SVG, HTML) keeps its
 * own name here, and is shown as text.
 */
export async function mediaTypeOf(head: Uint8Array): Promise<string> {
  const found = await fileTypeFromBuffer(head).catch(() => undefined)
  // Without its parameters (`audio/ogg; codecs=opus`): a slot's list and the wire know the type alone.
  const mime = found?.mime.split(';', 1)[0]?.trim()
  if (mime !== undefined && mime !== 'application/xml') return mime
  const text = textOf(head)
  if (text === undefined) return 'application/octet-stream'
  const start = text.slice(0, 2_000).toLowerCase()
  if (/<svg[\s>]/.test(start)) return 'image/svg+xml'
  if (/<(!doctype html|html|head|body|script)[\s>]/.test(start)) return 'text/html'
  return 'text/plain'
}

/** The bytes as UTF-8 text, or `undefined` where they hold what no text holds. A cut last sign is no fault. */
function textOf(head: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, {
      stream: head.byteLength >= headBytes,
    })
    return Array.from(head).some(isNeverInText) ? undefined : text
  } catch {
    // Not UTF-8: not text, as far as we tell.
    return undefined
  }
}

/** Control codes that no text file holds; tab, line and page breaks, and escape do occur. */
const isNeverInText = (byte: number): boolean =>
  byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b)
