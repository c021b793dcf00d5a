import type { Answers } from '../../core/endorsement/doubt.ts'
import type { GivenEndorsement } from '../../core/endorsement/given.ts'
import { tuesday } from './context.ts'

const holds = { outcome: 'pass', code: 'PASS' } as const

/** The verifier's four answers to a badge that holds. */
export const allHold: Answers = {
  overall: 'verified',
  ...{ signature: holds, status: holds, dates: holds, trust: holds },
}

/** The district's word about what a university's badges stand for, not signed yet. */
export const given: GivenEndorsement = {
  endorsed: {
    ...{ kind: 'achievement', id: 'https://uni.example/a/1', name: 'Wait time' },
    issuer: { id: 'did:web:uni.example', name: 'University' },
  },
  comment: 'Counts as six hours of professional learning with us.',
  ...{ state: 'given', givenBy: 'iris', givenAt: tuesday },
  unsure: [],
}
