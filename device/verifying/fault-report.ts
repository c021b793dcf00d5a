import type { Report } from 'open-badges-validator-core/verify'

/** What stopped a check from ending. */
export type Fault = 'crashed' | 'too slow'

/**
 * The report of an input that brought the check itself down, or would not let it end: nothing is known of it, and
 * nothing is said against it.
 */
export function faultReport(input: string, at: number, bundle: string, fault: Fault): Report {
  const reason = {
    code: 'NOT_CHECKED_BY_THIS_VERSION' as const,
    facts: { reason: fault },
  }
  return {
    input,
    detected: {
      kind: 'none',
      version: null,
      dataModel: null,
      form: 'none',
      name: 'Not read',
      securing: [],
      reason,
      notes: [],
    },
    at,
    overall: 'indeterminate',
    checks: [
      {
        id: 'format',
        outcome: 'unknown',
        needed: true,
        about: '',
        ...reason,
        message: 'The check did not end.',
        spec: 'none',
      },
    ],
    parts: [],
    asOf: null,
    subject: {},
    bundle,
  }
}
