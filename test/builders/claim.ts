import type { Attempt, Claim, Draft, Outcome } from '../../core/claim/record.ts'
import type { Evidence } from '../../core/evidence/record.ts'

export const aClaim = (more: Partial<Claim> = {}): Claim => ({
  owner: 'maya',
  microCredential: 'mc',
  code: 'questions',
  title: 'Questions that reveal thinking',
  state: 'draft',
  attempts: [],
  readers: [],
  startedAt: 1,
  changedAt: 1,
  ...more,
})

/** A draft that has everything that `aMicroCredential` asks for. */
export const aReadyDraft = (more: Partial<Draft> = {}): Draft => ({
  owner: 'maya',
  answers: { context: 'one two three four', learned: 'five six seven eight' },
  filled: { 'work/photo': 1 },
  attestations: { ready: true, release: true, ownWork: true, aiUse: 'Not at all.' },
  note: '',
  days: {},
  ...more,
})

export const anEvidence = (more: Partial<Evidence> = {}): Evidence => ({
  owner: 'maya',
  kind: 'file',
  title: 'Exit tickets',
  note: 'What they wrote.',
  file: {
    sha256: 'a'.repeat(64),
    sizeBytes: 12,
    mediaType: 'image/png',
    name: 'exit tickets.png',
  },
  addedAt: 1,
  happenedOn: '2026-11-20',
  shown: 'nobody',
  released: false,
  goals: {},
  competencies: {},
  ...more,
})

export const anOutcome = (met: Record<string, boolean>): Outcome => ({
  decision: Object.values(met).every(Boolean) ? 'earned' : 'not_yet',
  criteria: Object.fromEntries(
    Object.entries(met).map(([id, isMet]) => [
      id,
      { rank: isMet ? 2 : 0, met: isMet, comment: 'Show more.', anchors: [], attempt: 1 },
    ]),
  ),
  decidedAt: 2,
  review: 'r',
  reader: 'jonah',
})

export const anAttempt = (more: Partial<Attempt> = {}): Attempt => ({
  n: 1,
  submittedAt: 1,
  manifest: '{}',
  manifestSha256: 'b'.repeat(64),
  signed: { device: 'laptop', publicKey: '0'.repeat(64), signature: '0'.repeat(128) },
  answers: aReadyDraft().answers,
  items: [],
  attestations: { ready: true, release: true, ownWork: true, aiUse: 'Not at all.' },
  note: '',
  precheckBy: '2026-11-25',
  answerBy: '2026-12-04',
  ...more,
})
