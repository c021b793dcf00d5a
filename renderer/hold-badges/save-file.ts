const nameCharsMax = 60
/** The browser has read the file long before; then its address is let go (ms). */
const releaseMs = 60_000

/** A file's name from a badge's title: letters and digits of any language, hyphens between. */
export function fileNameOf(title: string, extension: string): string {
  const name = title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, nameCharsMax)
  return `${name === '' ? 'badge' : name}.${extension}`
}

/** Saves bytes under a name, the way a browser saves a download. */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), releaseMs)
}
