import { expect, test } from 'vitest'
import { testKeys } from '../verify/test-keys.ts'
import { keyOfJwk } from './jose-key.ts'
import { thumbprintOf } from './thumbprint.ts'

test.each([
  [
    'RFC 7638 section 3.1',
    {
      kty: 'RSA',
      n: '0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw',
      e: 'AQAB',
      alg: 'RS256',
      kid: '2011-04-29',
    },
    'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs',
  ],
  [
    'RFC 8037 appendix A.3',
    { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' },
    'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k',
  ],
  [
    'the P-256 key of the vc-jose-cose test suite',
    {
      kty: 'EC',
      crv: 'P-256',
      x: 'WfTi93YuhsQxKbD0ftnjOXJndqhnJ5kgDV-ZDGyrhBQ',
      y: 'qUd_55EjX0mjKZ6W6mF4UXVYTQ41K6jfdnYFwN5uPyk',
    },
    '73voMXFNmNlOEpuYCSJlh8eN0dscykoO6gBukgRS1uU',
  ],
])(
  '%s has its thumbprint, and is told as a key whose secret is published',
  (_, jwk, thumbprint) => {
    const key = keyOfJwk(jwk)
    if (!key.ok) throw new Error('no key')
    expect(thumbprintOf(key.value)).toBe(thumbprint)
    expect(testKeys.has(thumbprint)).toBe(true)
  },
)
