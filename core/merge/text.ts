import { diff3Merge } from 'node-diff3'

/** A version of a text that could not be merged, kept beside the one in place until the person settles it. */
export interface Aside {
  readonly text: string
  /** When it was written (epoch ms, that device's clock). */
  readonly at: number
  readonly device: string
}

/** What a text field becomes; an absent member stays as it is, `aside: null` takes the kept version away. */
export interface MergedText {
  readonly text?: string
  readonly aside?: Aside | null
}

interface Edit {
  /** What is in place now. */
  readonly stored: string
  readonly aside: Aside | undefined
  /** What the writer had before them when they began. */
  readonly base: string
  readonly text: string
  readonly at: number
  readonly device: string
}

/**
 * Merges one edit of a long text by line against the text it started from. Edits of different lines both go
 * in; two edits of the same line are both kept: the one in place stays, the other stands beside it. Nothing
 * typed is ever dropped.
 */
export function mergeText(edit: Edit): MergedText {
  const { stored, aside, base, text } = edit
  if (text === stored) return {}
  if (base === stored) return { text }
  const kept = { text, at: edit.at, device: edit.device }
  // This writer's line is the one that stands aside: it goes on there.
  if (aside !== undefined && aside.text === base) return { aside: kept }
  const merged = mergeLines(base, stored, text)
  if (merged !== undefined) return merged === stored ? {} : { text: merged }
  if (aside === undefined || aside.text === text) return { aside: kept }
  return { aside: { ...kept, text: `${aside.text}\n\n${text}` } }
}

/** The three-way merge by line, or `undefined` where both changed the same lines differently. */
function mergeLines(base: string, stored: string, text: string): string | undefined {
  const regions = diff3Merge(text.split('\n'), base.split('\n'), stored.split('\n'), {
    excludeFalseConflicts: true,
  })
  const lines: string[] = []
  for (const region of regions) {
    if (region.ok === undefined) return undefined
    lines.push(...region.ok)
  }
  return lines.join('\n')
}
