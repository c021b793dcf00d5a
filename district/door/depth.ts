/** How deep a JSON text may nest; ours come to a fifth of it (security.md row 54). */
export const depthMax = 32

const code = { quote: 34, backslash: 92, open: [91, 123], close: [93, 125] } as const

/** Whether a JSON text (UTF-8) nests deeper than it may: told before it is read, which would recurse. */
export function isTooDeep(bytes: Uint8Array): boolean {
  let depth = 0
  let isText = false
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (isText) {
      if (byte === code.backslash) at++
      else if (byte === code.quote) isText = false
    } else if (byte === code.quote) isText = true
    else if (byte === code.open[0] || byte === code.open[1]) {
      if (++depth > depthMax) return true
    } else if (byte === code.close[0] || byte === code.close[1]) depth--
  }
  return false
}
