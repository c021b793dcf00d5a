import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aBadge, aPng, at, bundleOf, bytesOf } from '../../test/a-badge.ts'
import { bake, unbake } from '../bake/bake.ts'
import { joinBytes, utf8 } from '../bytes/text.ts'
import { inputBytesMax, jsonBytesMax, jsonDepthMax } from '../limits.ts'
import { four, verifyBadge } from '../verify/verify.ts'
import { detect } from './detect.ts'

const seed = 20260302

const reportOf = (bytes: Uint8Array) => verifyBadge(bytes, { at, bundle: bundleOf({}) })

async function judged(bytes: Uint8Array): Promise<void> {
  const detected = detect(bytes)
  if (detected.kind === 'none') expect(detected.reason).not.toBeNull()
  const out = unbake(bytes)
  if (!out.ok) expect(out.refusal.code).toBeTypeOf('string')
  const report = await reportOf(bytes)
  expect(report.checks.length).toBeGreaterThan(0)
  expect(four(report).signature.outcome).toMatch(/pass|fail|unknown/)
}

describe('hostile input gets a report with a code (row 34)', () => {
  const deep = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`
  test.each([
    ['nothing', '', 'NOT_A_BADGE'],
    ['white space', ' \n\t', 'NOT_A_BADGE'],
    ['a sentence', 'Congratulations!', 'NOT_A_BADGE'],
    ['an empty object', '{}', 'NOT_A_BADGE'],
    ['a list', '[1,2]', 'NOT_A_BADGE'],
    ['JSON cut short', '{"type": ["Verif', 'PARSING_ERROR'],
    ['JSON with comments', '{"a": 1 /* b */}', 'PARSING_ERROR'],
    ['JSON one level too deep', deep(jsonDepthMax + 1), 'TOO_DEEP'],
    ['JSON a hundred thousand levels deep', deep(100_000), 'TOO_DEEP'],
    ['two of the same key', '{"id":"a","id":"b"}', 'DUPLICATE_KEY'],
    ['two of the same key, one escaped', '{"id":"a","\\u0069d":"b"}', 'DUPLICATE_KEY'],
    ['a __proto__ key', '{"a":{"__proto__":{"x":1}}}', 'PROTOTYPE_KEY'],
    ['an escaped __proto__ key', '{"\\u005f_proto__":1}', 'PROTOTYPE_KEY'],
    ['too many values', `{"a":[${'1,'.repeat(30_000)}1]}`, 'TOO_LARGE'],
    ['a text over a mebibyte', `{"a":"${'x'.repeat(jsonBytesMax)}"}`, 'TOO_LARGE'],
    ['an address', 'https://issuer.example/badge/1', 'NOT_RETRIEVED'],
    ['an address with a script', 'javascript:alert(1)', 'NOT_A_BADGE'],
    ['an SD-JWT', 'eyJh.eyJi.c2ln~ZGlz~', 'NOT_CHECKED_BY_THIS_VERSION'],
    ['a JWS whose parts are no JSON', 'YQ.YQ.YQ', 'PARSING_ERROR'],
    ['an HTML page', '<html><body>login</body></html>', 'NO_BADGE_INSIDE'],
    ['XML that never ends', '<svg><g><g>', 'TRUNCATED'],
  ])('%s', async (_, text, code) => {
    const bytes = utf8(text)
    expect(detect(bytes).reason?.code).toBe(code)
    const report = await reportOf(bytes)
    expect(report.checks[0]).toMatchObject({ id: 'format', code })
    const isUnread = code === 'NOT_RETRIEVED' || code === 'NOT_CHECKED_BY_THIS_VERSION'
    expect(report.overall).toBe(isUnread ? 'indeterminate' : 'not-verified')
  })

  test('exactly the allowed depth is read', () => {
    expect(detect(utf8(deep(jsonDepthMax))).reason?.code).toBe('NOT_A_BADGE')
  })

  test('bytes that are no text, and a file over eight mebibytes', () => {
    expect(detect(Uint8Array.of(0xff, 0xfe, 0x00)).reason?.code).toBe('NOT_A_BADGE')
    expect(detect(new Uint8Array(inputBytesMax + 1)).reason?.code).toBe('TOO_LARGE')
  })

  test('a byte order mark and white space round a badge do not hide it', async () => {
    const bytes = joinBytes(Uint8Array.of(0xef, 0xbb, 0xbf), utf8(' \r\n'), bytesOf(await aBadge()))
    expect(detect(bytes)).toMatchObject({ kind: 'badge', version: '3.0', form: 'json' })
  })

  test('alg none and keyed hashes are refused by name', async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    for (const alg of ['none', 'HS256', 'hs512', 'RS1'])
      for (const signature of ['', 'AAAA']) {
        const jws = `${part({ alg })}.${part(await aBadge())}.${signature}`
        const report = await reportOf(utf8(jws))
        expect(report.overall).toBe('not-verified')
        expect(report.checks.find(check => check.id === 'jwt.alg')?.code).toBe('ALG_NOT_ALLOWED')
      }
  })

  test('a badge of strange shapes everywhere is judged, not thrown at', async () => {
    const badge = await aBadge()
    for (const key of Object.keys(badge))
      for (const value of [null, 0, true, '', [], {}, [[]], [null], { id: {} }, 'urn:x'])
        await judged(bytesOf({ ...badge, [key]: value }))
  })
})

test('random bytes never throw', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300, size: 'max' }), async bytes =>
      judged(Uint8Array.from(bytes)),
    ),
    { seed, numRuns: 300 },
  )
})

test('random JSON never throws, also when it says it is a credential', async () => {
  const types = ['VerifiableCredential', 'OpenBadgeCredential', 'Assertion', 'ClrCredential']
  const contexts = ['https://www.w3.org/ns/credentials/v2', 'https://w3id.org/openbadges/v2']
  const document = fc.record({
    '@context': fc.oneof(fc.subarray(contexts), fc.jsonValue({ maxDepth: 2 })),
    type: fc.oneof(fc.subarray(types), fc.jsonValue({ maxDepth: 1 })),
    issuer: fc.jsonValue({ maxDepth: 2 }),
    proof: fc.jsonValue({ maxDepth: 3 }),
    credentialSubject: fc.jsonValue({ maxDepth: 4 }),
    credentialStatus: fc.jsonValue({ maxDepth: 2 }),
    validFrom: fc.jsonValue({ maxDepth: 1 }),
  })
  await fc.assert(
    fc.asyncProperty(document, async value => judged(utf8(JSON.stringify(value)))),
    { seed, numRuns: 200 },
  )
})

describe('a good badge with bytes changed, dropped, doubled or cut', () => {
  const edits = fc.array(
    fc.record({
      at: fc.nat(),
      byte: fc.nat(255),
      kind: fc.constantFrom('set', 'drop', 'double', 'cut'),
    }),
    { minLength: 1, maxLength: 6 },
  )
  const edited = (bytes: Uint8Array, list: readonly { at: number; byte: number; kind: string }[]) =>
    list.reduce((now, { at: place, byte, kind }) => {
      const where = now.length === 0 ? 0 : place % now.length
      const head = now.slice(0, where)
      if (kind === 'cut') return head
      const tail = now.slice(where + 1)
      if (kind === 'drop') return joinBytes(head, tail)
      const middle = kind === 'set' ? Uint8Array.of(byte) : Uint8Array.of(now[where] ?? 0, byte)
      return joinBytes(head, middle, tail)
    }, bytes)

  const forms: readonly [string, (json: Uint8Array) => Uint8Array][] = [
    ['JSON', json => json],
    ['PNG', json => bake(aPng(), new TextDecoder().decode(json))],
    [
      'SVG',
      json =>
        joinBytes(
          utf8('<svg><c:credential xmlns:c="https://purl.imsglobal.org/ob/v3p0"><![CDATA['),
          json,
          utf8(']]></c:credential></svg>'),
        ),
    ],
  ]
  test.each(forms)('%s never throws', async (_, form) => {
    const whole = form(bytesOf(await aBadge()))
    await fc.assert(
      fc.asyncProperty(edits, async list => judged(edited(whole, list))),
      { seed, numRuns: 120 },
    )
  })
})

test('the rig notices: a reader that throws on one byte would be found', () => {
  const fragile = (bytes: Uint8Array) => {
    if (bytes.includes(0x7b)) throw new Error('canary')
  }
  const property = fc.property(fc.uint8Array({ maxLength: 300, size: 'max' }), bytes =>
    fragile(bytes),
  )
  expect(fc.check(property, { seed }).failed).toBe(true)
})
