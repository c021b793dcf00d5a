const nameCharsMax = 60

/** A file's name from a badge's title: letters and digits of any language, hyphens between. */
export function fileNameOf(title: string, extension: string): string {
  const name = title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, nameCharsMax)
  return `${name === '' ? 'badge' : name}.${extension}`
}
