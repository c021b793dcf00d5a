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
]

/** The place of a problem: what is wrong with a piece itself is mended at the piece. */
export function placeOf(problem: Problem): Place {
  if (problem.evidence !== undefined && onEvidence.includes(problem.code)) {
    return { at: 'evidence', id: problem.evidence }
  }
  if (problem.prompt !== undefined) {
    return { at: 'page', id: `prompt-${problem.prompt}`, focus: `answer-${problem.prompt}` }
  }
  if (problem.slot !== undefined) {
    return { at: 'page', id: `slot-${problem.slot}`, focus: undefined }
  }
  return { at: 'page', id: 'your-word', focus: undefined }
}
