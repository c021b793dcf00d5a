import { openParts } from '../../core/claim/open-parts.ts'
import { isWritable } from '../../core/claim/writable.ts'
import { notePrompt } from '../../core/claim/note-prompt.ts'
import type { CommandInput } from '../../core/commands.ts'
import { dayOf } from '../../core/turnaround/working-days.ts'
import type { Refused } from '../../contract/device/queries.ts'
import type { Line } from './line.ts'
import { isOfLost, lostDraft, type LostDraft } from './lost-draft.ts'
import { refusedPlace } from './refused-place.ts'
import type { TodayFacts } from './today-facts.ts'
import { typedIn } from './typed-in.ts'

/**
 * What the district refused, newest first. Everything about a claim that it did not let begin is one line, at the
 * time of its start: the words of all of it, and the way into the claim that was there first.
 */
export function refusedLines(facts: TodayFacts): readonly Line[] {
  const { refused } = facts.rows
  const starts = refused.filter(row => row.lostClaim !== undefined)
  return refused
    .filter(row => !isOfLost(row, starts))
    .toSorted((a, b) => b.doneAt - a.doneAt)
    .map(row => (row.lostClaim === undefined ? oneLine(row, facts) : lostLine(row, facts)))
}

function oneLine(refused: Refused, facts: TodayFacts): Line {
  const typed = typedIn(refused.input)
  return lineOf(refused, facts, { typed, keys: [refused.key], lost: undefined })
}

function lostLine(start: Refused, facts: TodayFacts): Line {
  const draft = lostDraft(start, facts.rows.refused)
  const { words, aiUse } = draft
  const typed = [...Object.values(words), ...(aiUse.trim() === '' ? [] : [aiUse])]
  const won = start.refusal.code === 'claim_exists' ? start.refusal.facts.claim : undefined
  const claim = facts.rows.claims.find(row => row.id === won)
  const pieces = Object.keys(draft.filled).length
  const hasSome = typed.length > 0 || pieces > 0
  const lost =
    claim === undefined
      ? undefined
      : {
          title: claim.body.title,
          claim: claim.id,
          pieces,
          bring: hasSome ? bringInto(claim.id, draft, facts) : undefined,
        }
  return lineOf(start, facts, { typed, keys: draft.keys, lost })
}

/** What brings a lost draft into a claim, where that is being written and asks everything that was answered. */
function bringInto(
  id: string,
  draft: LostDraft,
  { rows }: TodayFacts,
): CommandInput<'claim.bring'> | undefined {
  const claim = rows.claims.find(row => row.id === id)?.body
  const micro = rows.micros.find(row => row.id === claim?.microCredential)?.body
  if (claim === undefined || micro === undefined || !isWritable(claim.state)) return undefined
  const asked = openParts(micro, claim).flatMap(part => part.prompts.map(prompt => prompt.id))
  const fits = Object.keys(draft.words).every(
    prompt => prompt === notePrompt || asked.includes(prompt),
  )
  if (!fits) return undefined
  const { words, filled, aiUse, days } = draft
  return { claim: id, words: { ...words }, filled: { ...filled }, aiUse, days: [...days] }
}

type About = Extract<Line['about'], { what: 'refused' }>

const lineOf = (
  refused: Refused,
  { calendar, holding }: TodayFacts,
  about: Pick<About, 'typed' | 'keys' | 'lost'>,
): Line => ({
  key: `refused ${refused.key}`,
  group: 'needs',
  day: dayOf(refused.doneAt, calendar),
  minutes: undefined,
  to: refusedPlace(refused, holding),
  about: { what: 'refused', command: refused.command, refusal: refused.refusal, ...about },
})
