import { z } from 'zod'
import { patchPaths } from '../kit/change.ts'
import { command } from '../kit/command.ts'
import { dayInput, idInput, textInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { textFields } from '../merge/fields.ts'
import { mergeText } from '../merge/text.ts'
import { DraftRecord } from './record.ts'

/** The prompt under which the note to the reader is written. */
export const notePrompt = 'note'

/**
 * Types into an answer. The draft takes every stroke whatever the claim's state: what is typed is never lost;
 * what was sent is frozen in its attempt.
 */
export const writeClaim = command({
  name: 'claim.write',
  where: 'both',
  input: z.object({ claim: idInput, prompt: idInput, on: dayInput, ...textInput.shape }),
  needs: q => q.first(i => ({ draft: must(DraftRecord, i.claim) })),
  right: (actor, s) => s.draft.body.owner === actor.person,
  decide(s, i, context) {
    const isNote = i.prompt === notePrompt
    const merged = mergeText({
      stored: isNote ? s.draft.body.note : (s.draft.body.answers[i.prompt] ?? ''),
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
