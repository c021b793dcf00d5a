import { expect, test } from 'vitest'
import { aClaim, anAttempt, anEvidence, anOutcome, aReadyDraft } from '../../test/builders/claim.ts'
import { aContext, teacher, tuesday } from '../../test/builders/context.ts'
import { aMicroCredential } from '../../test/builders/micro-credential.ts'
import { aRec } from '../../test/builders/rec.ts'
import { aSigned } from '../../test/builders/signed.ts'
import { EvidenceRecord, type Evidence } from '../evidence/record.ts'
import { MicroCredentialRecord } from '../micro-credential/record.ts'
import { freeze } from './freeze.ts'
import { attemptsMax, ClaimRecord, DraftRecord, type Claim, type Draft } from './record.ts'
import { submitClaim } from './submit.ts'

function submitting(
  more: { claim?: Partial<Claim>; draft?: Partial<Draft>; evidence?: Partial<Evidence> } = {},
  here = ['a'.repeat(64)],
) {
  const state = {
    claim: aRec(ClaimRecord, 'c', aClaim(more.claim)),
    draft: aRec(DraftRecord, 'c', aReadyDraft(more.draft)),
    micro: aRec(MicroCredentialRecord, 'mc', aMicroCredential()),
    evidence: [aRec(EvidenceRecord, 'photo', anEvidence(more.evidence))],
    district: undefined,
    here,
  }
  const frozen = freeze({ ...state, device: 'laptop', submittedAt: tuesday })
  const input = {
    claim: 'c',
    manifest: frozen.manifest,
    signed: aSigned('manifest', frozen.manifest),
    submittedAt: tuesday,
  }
  return { state, input }
}

test('a ready claim is frozen as its first attempt, with the days that are promised', () => {
  const { state, input } = submitting()
  const decision = submitClaim.decide(state, input, aContext())
  expect(decision).toMatchObject({
    changes: [
      {
        do: 'patch',
        key: 'claim/c',
        set: {
          state: 'submitted',
          attempts: [{ n: 1, precheckBy: '2026-11-25', answerBy: '2026-12-02' }],
        },
      },
      { do: 'patch', key: 'draft/c' },
    ],
  })
})

test('a word is given on what is sent: for the next sending it is given again', () => {
  const { state, input } = submitting()
  const decision = submitClaim.decide(state, input, aContext())
  const set = { ready: false, release: false, ownWork: false }
  expect(decision).toMatchObject({
    changes: [
      { set: { attempts: [{ attestations: state.draft.body.attestations }] } },
      {
        key: 'draft/c',
        set: Object.fromEntries(Object.entries(set).map(([k, v]) => [`attestations.${k}`, v])),
      },
    ],
  })
})

test('a claim that changed after it was signed is refused, never frozen as another one', () => {
  const { input } = submitting()
  const { state } = submitting({ draft: { note: 'One more thing.' } })
  expect(submitClaim.decide(state, input, aContext())).toMatchObject({
    refusal: { code: 'manifest_differs' },
  })
})

test('a claim whose signature is of another document, or changed by one sign, is refused', () => {
  const { state, input } = submitting()
  const changed = input.signed.signature.replace(/^./, sign => (sign === '0' ? '1' : '0'))
  for (const signed of [
    aSigned('ratings', input.manifest),
    { ...input.signed, signature: changed },
    { ...input.signed, publicKey: 'f'.repeat(64) },
  ])
    expect(submitClaim.decide(state, { ...input, signed }, aContext())).toMatchObject({
      refusal: { code: 'manifest_signature' },
    })
})

test('a claim whose files are not here yet waits; that is neither yes nor no', () => {
  const { state, input } = submitting({}, [])
  expect(submitClaim.decide(state, input, aContext())).toEqual({ wait: { on: 'blobs' } })
})

test('a claim with something left to fix is refused with how much', () => {
  const { state, input } = submitting({ draft: { filled: {}, answers: {} } })
  expect(submitClaim.decide(state, input, aContext())).toEqual({
    refusal: { code: 'claim_not_ready', facts: { toFix: 3 } },
  })
})

test('a claim is sent by its owner alone, and not while it is being read', () => {
  const { state, input } = submitting({ claim: { state: 'in_review' } })
  expect(submitClaim.right({ ...teacher, person: 'someone' }, state, input)).toBe(false)
  expect(submitClaim.decide(state, input, aContext())).toEqual({
    refusal: { code: 'claim_state', facts: { state: 'in_review' } },
  })
})

test('what stands goes along as it was judged, whatever was put into its slot since', () => {
  const judged = {
    slot: 'work',
    evidence: 'photo',
    kind: 'file' as const,
    title: 'As judged',
    note: '',
    happenedOn: '2026-11-20',
    shown: 'nobody',
    released: false,
  }
  const attempts = [
    anAttempt({ items: [judged], outcome: anOutcome({ c1: false, c2: true, c3: true }) }),
  ]
  const { state, input } = submitting({
    claim: { state: 'not_yet', attempts },
    draft: { filled: { 'work/photo': 1 } },
    evidence: { title: 'Swapped', shown: 'unsure' },
  })
  const decision = submitClaim.decide(state, input, aContext())
  expect(decision).toMatchObject({
    changes: [{ set: { attempts: [{ n: 1 }, { n: 2, items: [{ title: 'As judged' }] }] } }, {}],
  })
})

test('nobody hands over another’s evidence', () => {
  const { state, input } = submitting({ evidence: { owner: 'someone' } })
  expect(submitClaim.right(teacher, state, input)).toBe(false)
})

test('the promised days count from when the district has it, not from a clock that is wrong', () => {
  const { state, input } = submitting()
  const later = aContext(teacher, { now: tuesday + 14 * 86_400_000 })
  expect(submitClaim.decide(state, input, later)).toMatchObject({
    changes: [{ set: { attempts: [{ precheckBy: '2026-12-09' }] } }, {}],
  })
})

test('the most sendings that a claim can hold are all; one more is refused, with how many there are', () => {
  const attempts = Array.from({ length: attemptsMax }, (_, n) => anAttempt({ n: n + 1 }))
  const { state, input } = submitting({ claim: { state: 'incomplete', attempts } })
  expect(submitClaim.decide(state, input, aContext())).toMatchObject({
    refusal: { code: 'attempts_used', facts: { most: attemptsMax } },
  })
  const last = submitting({ claim: { state: 'incomplete', attempts: attempts.slice(1) } })
  const decision = submitClaim.decide(last.state, last.input, aContext())
  const [change] = 'changes' in decision ? decision.changes : []
  const body = { ...last.state.claim.body, ...(change?.do === 'patch' ? change.set : {}) }
  expect(ClaimRecord.schema.safeParse(body).success).toBe(true)
})
