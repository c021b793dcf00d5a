/** What a key does while a claim is read. */
export type ReviewKey =
  | { readonly does: 'criterion'; readonly by: 1 | -1 }
  /** The n-th level from below, from 1. */
  | { readonly does: 'level'; readonly n: number }
  | { readonly does: 'point' | 'comment' | 'guidance' | 'evidence' | 'play' | 'back' | 'out' }

interface Pressed {
  readonly key: string
  readonly ctrl: boolean
  readonly alt: boolean
  /** Whether the focus is where a person writes: then letters are letters. */
  readonly isWriting: boolean
}

const letters: Readonly<Record<string, ReviewKey>> = {
  j: { does: 'criterion', by: 1 },
  k: { does: 'criterion', by: -1 },
  a: { does: 'point' },
  c: { does: 'comment' },
  g: { does: 'guidance' },
  e: { does: 'evidence' },
  p: { does: 'play' },
  b: { does: 'back' },
}

/** The act of a key, or `undefined` where it means nothing here. Keys with Ctrl or Alt are the window's. */
export function reviewKey({ key, ctrl, alt, isWriting }: Pressed): ReviewKey | undefined {
  if (ctrl || alt) return undefined
  if (isWriting) return key === 'Escape' ? { does: 'out' } : undefined
  if (/^[1-6]$/.test(key)) return { does: 'level', n: Number(key) }
  const letter = key.toLowerCase()
  return Object.hasOwn(letters, letter) ? letters[letter] : undefined
}
