import type { Problem } from '../../core/claim/problem.ts'

/** Where a problem is mended: an element of the claim's page, or a piece of evidence's own screen. */
export type Place =
  | { readonly at: 'page'; readonly id: string; readonly focus: string | undefined }
  | { readonly at: 'evidence'; readonly id: string }

const onEvidence: readonly Problem['code'][] = [
  'caption_missing',
  'shown_unsure',
  'release_missing',
  'in_trash',
  'file_goes_again',
]

/**
 * The place of a problem: what is wrong with a piece itself is mended at the piece, a file that is gone where files are
 * added. `undefined` for what names none.
 */
export function placeOf(problem: Problem): Place | undefined {
  const { code, evidence, prompt, slot, attestation } = problem
  if (evidence !== undefined && onEvidence.includes(code)) return { at: 'evidence', id: evidence }
  if (prompt !== undefined) return { at: 'page', id: `prompt-${prompt}`, focus: `answer-${prompt}` }
  if (slot !== undefined) {
    const focus = code === 'file_not_here' ? addFileId(slot) : undefined
    return { at: 'page', id: `slot-${slot}`, focus }
  }
  return attestation === undefined ? undefined : { at: 'page', id: 'your-word', focus: undefined }
}

/** The id of the button that adds files to a slot. */
export const addFileId = (slot: string) => `add-file-${slot}`
