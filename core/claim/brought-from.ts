import type { MicroCredential } from '../micro-credential/record.ts'
import type { Draft } from './record.ts'

/** As many days as a claim is told at once on which it was written (`claim.bring`). */
export const daysBroughtMax = 400

/** What goes from one draft into another, as `claim.bring` takes it. */
export interface Brought {
  words: Record<string, string>
  filled: Record<string, number>
  aiUse: string
  days: string[]
}

/**
 * What the draft of a claim that was given up can bring into a new one: every text that is still asked for, with what
 * stood beside it, and what lay in slots that are still there. `undefined` where that is nothing.
 */
export function broughtFrom(
  draft: Draft,
  { parts }: Pick<MicroCredential, 'parts'>,
): Brought | undefined {
  const prompts = parts.flatMap(part => part.prompts.map(prompt => prompt.id))
  const slots = new Set(parts.flatMap(part => part.slots.map(slot => slot.id)))
  const words = prompts
    .map(prompt => [prompt, wholeOf(draft, prompt)] as const)
    .filter(([, text]) => text !== '')
  const filled = Object.entries(draft.filled).filter(([key]) =>
    slots.has(key.slice(0, key.indexOf('/'))),
  )
  const aiUse = draft.attestations.aiUse ?? ''
  if (words.length === 0 && filled.length === 0 && aiUse.trim() === '') return undefined
  const days = Object.keys(draft.days).filter(day => draft.days[day] === true)
  return {
    words: Object.fromEntries(words),
    filled: Object.fromEntries(filled),
    aiUse,
    days: days.toSorted().slice(-daysBroughtMax),
  }
}

const wholeOf = ({ answers, aside }: Draft, prompt: string): string =>
  [answers[prompt] ?? '', aside?.[prompt]?.text ?? '']
    .filter(text => text.trim() !== '')
    .join('\n\n')
