/** What something is, by its kind, with the version of its standard. */
export type KindWords = {
  readonly [K in VerifiedKind]: (f: { readonly version: string }) => string
}

/** Every kind that the verifier tells. */
export type VerifiedKind =
  | 'badge'
  | 'endorsement'
  | 'clr'
  | 'credential'
  | 'presentation'
  | 'status-list'
  | 'profile'
  | 'badge-class'
  | 'none'

/** "Open Badges 3.0 credential", in the words of one language. */
export function kindSaid(
  words: KindWords,
  { kind, version }: { readonly kind: string; readonly version: string },
): string {
  const said = Object.entries(words).find(([one]) => one === kind)?.[1] ?? words.none
  return said({ version }).replaceAll(/\s+/g, ' ').trim()
}
