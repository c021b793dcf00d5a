import { z } from 'zod'
import { patchPaths } from '../kit/change.ts'
import { command } from '../kit/command.ts'
import { dayInput, idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { textFields } from '../merge/fields.ts'
import { mergeText } from '../merge/text.ts'
import { answerLimits, tooLong } from './answer-limits.ts'
import { notePrompt } from './note-prompt.ts'
import { DraftRecord } from './record.ts'

/**
 * Types into an answer. The draft takes every stroke whatever the claim's state: what is typed is never lost;
 * what was sent is frozen in its attempt. A text that is too long is refused, and stays with whoever typed it.
 */
export const writeClaim = command({
  name: 'claim.write',
  where: 'both',
  // No length here: how long an answer may be is told in a sentence, by `decide`.
  input: z.object({
    claim: idInput,
    prompt: idInput,
    on: dayInput,
    text: z.string(),
    base: z.string(),
  }),
  needs: q => q.first(i => ({ draft: must(DraftRecord, i.claim) })),
  right: (actor, s) => s.draft.body.owner === actor.person,
  decide(s, i, context) {
    const isNote = i.prompt === notePrompt
    const stored = isNote ? s.draft.body.note : (s.draft.body.answers[i.prompt] ?? '')
    const long = tooLong(i.text, answerLimits.answerCharsMax, stored.length)
    if (long !== undefined) return long
    const merged = mergeText({
      stored,
      aside: s.draft.body.aside?.[i.prompt],
      base: i.base,
      text: i.text,
      at: context.doneAt,
      device: context.actor.device,
    })
    const path = isNote ? 'note' : `answers.${i.prompt}`
    const set = {
      ...textFields(path, i.prompt, merged),
      ...(s.draft.body.days[i.on] === true ? {} : { [`days.${i.on}`]: true }),
    }
    return { changes: patchPaths(s.draft, set) }
  },
  // Only what follows on: an edit that began from a text merged in between is one of its own.
  fold: (earlier, later) =>
    earlier.claim === later.claim &&
    earlier.prompt === later.prompt &&
    earlier.on === later.on &&
    earlier.text === later.base
      ? { ...later, base: earlier.base }
      : undefined,
})
