import { z } from 'zod'
import type { MarkName } from '../badge/cause.ts'
import { markNames } from '../badge/cause.ts'

const answer = z.object({
  outcome: z.enum(['pass', 'fail', 'unknown']),
  /** Why: a code of the verifier. */
  code: z.string().max(100),
})

/** What the verifier said of the badge at hand: the four answers, and of the whole. */
export const answersSchema = z.object({
  overall: z.enum(['verified', 'not-verified', 'indeterminate']),
  signature: answer,
  status: answer,
  dates: answer,
  trust: answer,
} satisfies Record<MarkName, typeof answer> & Record<'overall', unknown>)
export type Answers = z.infer<typeof answersSchema>

/** What speaks against endorsing on the ground of a badge, and how much. */
export interface Doubt {
  /** `fails`: nobody endorses on such a ground · `unsure`: who does says that they know. */
  readonly how: 'fails' | 'unsure'
  /** The answer that says so; `undefined`: of the whole, where none of the four says why. */
  readonly mark: MarkName | undefined
  readonly code: string
}

/**
 * What speaks against it, the gravest first; nothing where all four answers hold. What does not hold is a ground for nothing;
 * nor is a signature that can't be told: until then anybody may have written the names in it.
 */
export function doubtsAbout(answers: Answers): readonly Doubt[] {
  const doubts = markNames.flatMap((mark): readonly Doubt[] => {
    const { outcome, code } = answers[mark]
    if (outcome === 'pass') return []
    return [{ how: outcome === 'fail' || mark === 'signature' ? 'fails' : 'unsure', mark, code }]
  })
  const fails = doubts.filter(({ how }) => how === 'fails')
  const unsure = doubts.filter(({ how }) => how === 'unsure')
  const { overall } = answers
  if (overall === 'not-verified' && fails.length === 0)
    fails.push({ how: 'fails', mark: undefined, code: 'FAIL' })
  if (overall === 'indeterminate' && doubts.length === 0)
    unsure.push({ how: 'unsure', mark: undefined, code: 'UNKNOWN' })
  return [...fails, ...unsure]
}
