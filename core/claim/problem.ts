/**
 * What is still to fix in a claim, or worth a look. `code` and `facts` make the sentence (in `words/`), the
 * other members name the place.
 */
export interface Problem {
  readonly code: ProblemCode
  /** `fix` keeps the claim from being sent; `look` doesn't. */
  readonly severity: 'fix' | 'look'
  readonly part?: string
  readonly prompt?: string
  readonly slot?: string
  readonly evidence?: string
  readonly attestation?: string
  readonly facts: Readonly<Record<string, string | number>>
}

/** W words · F file · D duration · R release · P people shown · O own work · X what this version does not know. */
export const problemCodes = [
  'words_missing',
  'words_too_few',
  'words_too_many',
  'words_over_guide',
  'two_versions',
  'note_two_versions',
  'part_unchanged',
  'files_too_few',
  'files_too_many',
  'file_type',
  'file_too_large',
  'file_empty',
  'file_not_here',
  'file_goes_again',
  'caption_missing',
  'shown_unsure',
  'release_missing',
  'in_trash',
  'deleted',
  'attest_ready',
  'attest_release',
  'attest_own_work',
  'attest_ai_use',
  'found_otherwise',
] as const
export type ProblemCode = (typeof problemCodes)[number]
