/** The address of a badge's own page: the id that its credential has, where that is a web address. */
export function pageOf(credential: string | undefined): string | undefined {
  if (credential === undefined) return undefined
  const { id }: { id?: unknown } = JSON.parse(credential)
  return typeof id === 'string' && id.startsWith('https://') ? id : undefined
}
