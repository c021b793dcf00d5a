/**
 * Criteria as a badge carries them are Markdown (Open Badges 3.0, "Criteria"). A stranger's text is shown as text: the
 * signs for headings, emphasis and lists go, the lines stay.
 */
export function plainText(markdown: string): string {
  return markdown
    .split('\n')
    .map(line =>
      line
        .replace(/^#{1,6}\s+/, '')
        .replace(/^\s*[-*]\s+/, '· ')
        .replaceAll(/\*\*|__/g, ''),
    )
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}
