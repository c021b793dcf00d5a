import { z } from 'zod'
import { create } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { MicroCredentialRecord } from '../micro-credential/record.ts'
import { ClaimRecord, DraftRecord } from './record.ts'

/**
 * Begins a claim for one version of a micro-credential, with an empty draft of the same id (`id('claim')`).
 * Whoever acts owns it: a computer that worked alone did not know yet as whom. A second open claim for the same one is
 * refused with the first one's id (`ClaimRecord.heldBy`).
 */
export const startClaim = command({
  name: 'claim.start',
  where: 'both',
  input: z.object({ microCredential: idInput, code: z.string().max(500) }),
  needs: q => q.first(i => ({ micro: must(MicroCredentialRecord, i.microCredential) })),
  // Anybody who works here: who contributes to learning is an educator (field.md §4).
  right: () => true,
  decide(s, i, context) {
    if (s.micro.body.status !== 'approved' || s.micro.body.code !== i.code) {
      return refuse('not_offered', { microCredential: s.micro.body.title })
    }
    const id = context.id('claim')
    const owner = context.actor.person
    return {
      changes: [
        create(ClaimRecord, id, {
          owner,
          microCredential: s.micro.id,
          code: s.micro.body.code,
          title: s.micro.body.title,
          state: 'draft',
          attempts: [],
          readers: [],
          startedAt: context.doneAt,
          changedAt: context.doneAt,
        }),
        create(DraftRecord, id, {
          owner,
          answers: {},
          filled: {},
          attestations: {},
          note: '',
          days: {},
        }),
      ],
    }
  },
})
