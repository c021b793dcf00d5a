import { multikeyOf } from '../../jose/key-of-multikey.ts'
import { thumbprintOf } from '../../jose/thumbprint.ts'
import type { Finding } from '../report.ts'
import { testKeys } from '../test-keys.ts'
import type { ResolvedKey } from './resolved-key.ts'

/**
 * Whether the secret of the key is still a secret, as far as published test keys go. A JWK with its
 * `d` (RFC 7518 section 6.2.2.1) publishes its own.
 */
export function issuerKeyPrivate(key: ResolvedKey): Finding {
  const base = { id: 'issuer.keyPrivate', about: '/issuer', spec: 'list in verify/test-keys.ts' }
  if (key.key === null && !key.isSecretShown)
    return {
      ...base,
      outcome: 'unknown',
      code: 'KEY_NOT_AVAILABLE',
      message: 'Without the key it cannot be looked up among published test keys.',
    }
  const publishedBy = key.isSecretShown ? 'whoever shows the key' : publisherOf(key.key)
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

function publisherOf(key: ResolvedKey['key']): string | undefined {
  if (key === null) return undefined
  return testKeys.get(multikeyOf(key) ?? '') ?? testKeys.get(thumbprintOf(key))
}
