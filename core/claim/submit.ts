import { z } from 'zod'
import { EvidenceRecord } from '../evidence/record.ts'
import { merge, patch } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { blobs, each, may, must } from '../kit/loads.ts'
import { step } from '../kit/machine.ts'
import { isSigned, signedSchema } from '../kit/signed.ts'
import { MicroCredentialRecord } from '../micro-credential/record.ts'
import { DistrictRecord, districtId } from '../person/district.ts'
import { plainCalendar } from '../turnaround/working-days.ts'
import { draftProblems } from './draft-problems.ts'
import { inDraft } from './filled.ts'
import { freeze } from './freeze.ts'
import { sha256Text } from '../kit/canonical.ts'
import { isReady } from './preflight.ts'
import { promiseFor } from './promise.ts'
import { attemptsMax, claimMachine, ClaimRecord, DraftRecord } from './record.ts'
import { mayWriteClaim } from './rights.ts'

/** A word is given on what is sent now: whoever sends again gives it again. What was said of AI stays, to be changed. */
const wordAgain = {
  'attestations.ready': false,
  'attestations.release': false,
  'attestations.ownWork': false,
}

/**
 * Sends a claim: freezes a copy of all it hands over under the manifest that the person's device signed. A
 * manifest that differs from what is here is refused, never replaced by another than the one signed.
 */
export const submitClaim = command({
  name: 'claim.submit',
  where: 'both',
  input: z.object({
    claim: idInput,
    manifest: z.string().max(400_000),
    /** By the key of the device it is sent from. */
    signed: signedSchema,
    submittedAt: z.int(),
  }),
  needs: q =>
    q
      .first(i => ({ claim: must(ClaimRecord, i.claim), draft: must(DraftRecord, i.claim) }))
      .next((_i, s) => ({
        micro: must(MicroCredentialRecord, s.claim.body.microCredential),
        evidence: each(EvidenceRecord, inDraft(s.draft.body.filled)),
        district: may(DistrictRecord, districtId),
      }))
      .next((_i, s) => ({
        here: blobs([
          ...s.evidence.flatMap(piece => piece.body.file?.sha256 ?? []),
          ...(s.claim.body.attempts.at(-1)?.items.flatMap(item => item.file?.sha256 ?? []) ?? []),
        ]),
      })),
  // Nobody hands over another's evidence, whose ids a coach has seen.
  right: (actor, s) =>
    mayWriteClaim(actor, s.claim) &&
    s.evidence.every(piece => piece.body.owner === s.claim.body.owner),
  decide(s, i, context) {
    const state = step(claimMachine, s.claim.body.state, 'submit')
    if (state === undefined) return refuse('claim_state', { state: s.claim.body.state })
    const micro = s.micro.body
    // What came back unread doesn't count.
    const used = s.claim.body.attempts.filter(attempt => attempt.outcome !== undefined).length
    if (micro.attempts.most !== null && used >= micro.attempts.most) {
      return refuse('attempts_used', { most: micro.attempts.most })
    }
    if (s.claim.body.attempts.length >= attemptsMax) {
      return refuse('attempts_used', { most: attemptsMax })
    }
    const problems = draftProblems(micro, s.claim.body, s.draft.body, s.evidence)
    if (!isReady(problems)) {
      return refuse('claim_not_ready', {
        toFix: problems.filter(problem => problem.severity === 'fix').length,
      })
    }
    const { submittedAt, signed } = i
    const frozen = freeze({ ...s, device: signed.device, submittedAt })
    if (!isSigned('manifest', i.manifest, signed)) {
      return refuse('manifest_signature', { device: signed.device })
    }
    if (frozen.manifest !== i.manifest) {
      return refuse('manifest_differs', { expected: sha256Text(frozen.manifest) })
    }
    const wanted = frozen.items.flatMap(item => item.file?.sha256 ?? [])
    if (wanted.some(sha => !s.here.includes(sha))) return { wait: { on: 'blobs' } }

    // The date starts when the district has it, not when somebody's clock says it was sent.
    const promise = promiseFor(micro, context.now, s.district?.body ?? plainCalendar)
    const attempt = {
      n: frozen.attempt,
      submittedAt,
      manifest: frozen.manifest,
      manifestSha256: sha256Text(frozen.manifest),
      signed,
      answers: { ...frozen.answers },
      items: [...frozen.items],
      attestations: frozen.attestations,
      note: frozen.note,
      precheckBy: promise.precheckBy,
      answerBy: promise.answerBy,
    }
    return {
      changes: [
        patch(s.claim, {
          state,
          attempts: [...s.claim.body.attempts, attempt],
          readers: [],
          changedAt: context.doneAt,
        }),
        ...merge(s.draft, wordAgain, context.stamp),
      ],
    }
  },
})
