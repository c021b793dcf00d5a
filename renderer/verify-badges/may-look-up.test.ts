import { expect, test } from 'vitest'
import type { Mark } from '../../contract/device/door.ts'
import type { Standing } from '../../contract/device/verifying.ts'
import { mayLookUp } from './may-look-up.ts'

const mark = (outcome: Mark['outcome'], code: string): Mark => ({
  outcome,
  code,
  facts: {},
  ageMs: undefined,
})

/** Whether looking up is offered for a badge that stands there for a reason of its status. */
function offered(standing: Standing, outcome: Mark['outcome'], code: string, asksNetwork = false) {
  const pass = mark('pass', 'PASS')
  const nobody = { id: undefined, host: undefined, name: undefined, isKnown: false }
  const marks = { signature: pass, dates: pass, trust: pass, status: mark(outcome, code) }
  const row = {
    ...{ n: 1, name: 'a.json', state: 'checked' as const, group: undefined, standing },
    ...{ person: undefined, badge: undefined, issuer: nobody, notFetched: undefined },
    ...{ kind: 'badge', marks, mark: 'status' as const },
  }
  const verified = {
    ...{ name: '', kind: 'badge', version: '3.0', form: 'json', overall: 'indeterminate' as const },
    ...{ marks, isIssuerKnown: true, parts: [], checks: [], checkedAt: 0, sha256: '' },
    says: {
      ...{ title: undefined, description: undefined, issuer: undefined, issuerId: undefined },
      ...{ recipient: undefined, validFrom: undefined, validUntil: undefined, criteria: undefined },
    },
  }
  return mayLookUp({ row, verified, asksNetwork })
}

test('looking up is offered where something is not here or too old, once', () => {
  expect(offered('unknown', 'unknown', 'STATUS_RETRIEVAL_ERROR')).toBe(true)
  expect(offered('unknown', 'unknown', 'STALE')).toBe(true)
  expect(offered('unknown', 'unknown', 'STALE', true)).toBe(false)
})

test('nobody is asked about what no network can change', () => {
  expect(offered('unknown', 'unknown', 'NOT_CHECKED_BY_THIS_VERSION')).toBe(false)
  expect(offered('fails', 'fail', 'REVOKED')).toBe(false)
  expect(offered('holds', 'pass', 'PASS')).toBe(false)
})
