import type { Finding } from '../report.ts'
import { testKeys } from '../test-keys.ts'
import type { ResolvedKey } from './resolved-key.ts'

/** Whether the secret of the key is still a secret, as far as published test keys go. */
export function issuerKeyPrivate(key: ResolvedKey): Finding {
  const base = { id: 'issuer.keyPrivate', about: '/issuer', spec: 'list in verify/test-keys.ts' }
  if (key.multikey === null)
    return {
      ...base,
      outcome: 'unknown',
      code: 'KEY_NOT_AVAILABLE',
      message: 'Without the key it cannot be looked up among published test keys.',
    }
  const publishedBy = testKeys.get(key.multikey)
  return publishedBy === undefined
    ? { ...base, outcome: 'pass', message: 'The key is none of the published test keys.' }
    : {
        ...base,
        outcome: 'fail',
        code: 'TEST_KEY',
        facts: { publishedBy },
        message: 'The secret half of this key is published: anybody can sign with it.',
        remedy: 'Ask the issuer to issue the badge again with a key of its own.',
      }
}
