import { z } from 'zod'
import { holdsEverywhere } from '../access/reach.ts'
import { patch } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { each, may, must } from '../kit/loads.ts'
import { step } from '../kit/machine.ts'
import { MicroCredentialRecord } from '../micro-credential/record.ts'
import { PersonRecord } from '../person/record.ts'
import { UnitRecord } from '../person/unit.ts'
import { unitsReached } from '../person/units-reached.ts'
import { openParts } from './open-parts.ts'
import { isReady, preflight } from './preflight.ts'
import { claimMachine, ClaimRecord } from './record.ts'

/**
 * The district's check for completeness, on the frozen attempt: the same rules again, plus which of its files
 * can't be read any more (`unreadable`, SHA-256 hex). Complete goes to a reader where its person works now, incomplete
 * comes back unread.
 */
export const precheckClaim = command({
  name: 'claim.precheck',
  where: 'district',
  input: z.object({ claim: idInput, attempt: z.int(), unreadable: z.array(z.string()).max(500) }),
  needs: q =>
    q
      .first(i => ({ claim: must(ClaimRecord, i.claim) }))
      .next((_i, s) => ({
        micro: must(MicroCredentialRecord, s.claim.body.microCredential),
        owner: may(PersonRecord, s.claim.body.owner),
      }))
      .next((_i, s) => ({ units: each(UnitRecord, s.owner?.body.units ?? []) })),
  right: actor => holdsEverywhere(actor, 'system'),
  decide(s, i, context) {
    const attempt = s.claim.body.attempts.at(-1)
    if (attempt === undefined || attempt.n !== i.attempt) {
      return refuse('claim_state', { state: s.claim.body.state })
    }
    const before = { attempts: s.claim.body.attempts.slice(0, -1) }
    const problems = [
      ...preflight({
        parts: openParts(s.micro.body, before),
        answers: attempt.answers,
        aside: undefined,
        attestations: attempt.attestations,
        pieces: slot =>
          attempt.items
            .filter(item => item.slot === slot)
            .map(item => ({
              id: item.evidence,
              kind: item.kind,
              title: item.title,
              note: item.note,
              file: item.file,
              shown: shownOf(item.shown),
              released: item.released,
              trashedAt: undefined,
              deletedAt: undefined,
            })),
      }),
      ...attempt.items
        .filter(item => item.file !== undefined && i.unreadable.includes(item.file.sha256))
        .map(item => ({
          code: 'file_not_here' as const,
          severity: 'fix' as const,
          slot: item.slot,
          evidence: item.evidence,
          facts: { title: item.title },
        })),
    ]
    const ready = isReady(problems)
    const state = step(claimMachine, s.claim.body.state, ready ? 'complete' : 'return')
    if (state === undefined) return refuse('claim_state', { state: s.claim.body.state })
    const checked = ready ? attempt : { ...attempt, findings: problems.map(p => ({ ...p })) }
    return {
      changes: [
        patch(s.claim, {
          state,
          attempts: [...before.attempts, checked],
          units: unitsReached(s.owner?.body.units, s.units),
          changedAt: context.doneAt,
        }),
      ],
    }
  },
})

const shownOf = (shown: string) =>
  shown === 'nobody' || shown === 'me' || shown === 'students' || shown === 'adults'
    ? shown
    : 'unsure'
