/** The id that a credential has: by it others speak of the badge. */
export function credentialIdOf(credential: string | undefined): string | undefined {
  if (credential === undefined) return undefined
  const { id }: { id?: unknown } = JSON.parse(credential)
  return typeof id === 'string' ? id : undefined
}
