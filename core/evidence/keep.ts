import { z } from 'zod'
import { create } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { dayInput, idInput, webAddress } from '../kit/input.ts'
import { EvidenceRecord, fileSchema, shownChoices } from './record.ts'

/** Keeps a file, a reflection or a link. The record's id is `id('evidence')`. */
export const keepEvidence = command({
  name: 'evidence.keep',
  where: 'both',
  input: z.object({
    kind: z.enum(['file', 'reflection', 'link']),
    title: z.string().max(2_000),
    note: z.string().max(60_000).default(''),
    file: fileSchema.optional(),
    text: z.string().max(60_000).optional(),
    link: webAddress.optional(),
    happenedOn: dayInput,
    shown: z.enum(shownChoices).default('unsure'),
    goals: z.array(idInput).max(20).default([]),
  }),
  needs: q => q.none(),
  // Everybody's own: what was kept alone stays theirs whatever role a district gives them.
  right: () => true,
  decide(_s, i, context) {
    const there = { file: i.file, reflection: i.text, link: i.link }[i.kind]
    if (there === undefined) return refuse('bad_input', { where: i.kind })
    const evidence = {
      owner: context.actor.person,
      kind: i.kind,
      title: i.title,
      note: i.note,
      ...(i.kind === 'file' && i.file !== undefined ? { file: i.file } : {}),
      ...(i.kind === 'reflection' && i.text !== undefined ? { text: i.text } : {}),
      ...(i.kind === 'link' && i.link !== undefined ? { link: i.link } : {}),
      addedAt: context.doneAt,
      happenedOn: i.happenedOn,
      shown: i.shown,
      released: false,
      goals: Object.fromEntries(i.goals.map(id => [id, true])),
      competencies: {},
    }
    return { changes: [create(EvidenceRecord, context.id('evidence'), evidence)] }
  },
})
