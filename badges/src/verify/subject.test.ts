import { expect, test } from 'vitest'
import { anUnsignedBadge, at, bytesOf } from '../../test/a-badge.ts'
import { sentencesOf } from '../command/sentences.ts'
import { emptyBundle, verifyBadge, type TrustBundle } from './verify.ts'

const named = (id: string, name: string, bundle: TrustBundle = emptyBundle) =>
  verifyBadge(bytesOf(anUnsignedBadge({ issuer: { id, name }, status: [] })), { at, bundle })

test.each([
  ['https://District.example/issuer', 'district.example'],
  ['https://district.example:8443/issuer', 'district.example:8443'],
  ['did:web:district.example%3A8443:issuers:1', 'district.example:8443'],
  ['https://dіstrict.example/issuer', 'xn--dstrict-rog.example'],
  ['https://district.example@evil.example/', 'evil.example'],
  ['did:web:district.example%2F@evil.example', undefined],
  ['did:web:%E0%A4%A', undefined],
  ['https://аpple.example/issuer', 'xn--pple-43d.example'],
  ['did:key:z6MknNQD1WHLGGraFi6zcbGevuAgkVfdyCdtZnQTGWVVvR5Q', undefined],
  ['javascript:alert(1)', undefined],
])('beside the name of %s stands the host that its id names (row 32)', async (id, host) => {
  expect((await named(id, 'Río Verde')).subject.issuerHost).toBe(host)
})

test('a look-alike name is told by its host, and is in no list for its name (row 32)', async () => {
  const known = {
    id: 'https://district.example/issuer',
    name: 'District',
    fetchedAt: at,
    source: 's',
  }
  const bundle = { ...emptyBundle, issuers: [known] }
  // The first i is Cyrillic, and the name is written backwards after a sign that turns the direction.
  const report = await named(
    'https://dіstrict.example/issuer',
    'D\u0456strict\u202e tcirtsiD',
    bundle,
  )
  expect(report.checks.find(({ id }) => id === 'issuer.known')?.code).toBe('ISSUER_NOT_LISTED')
  const said = sentencesOf(report)
  expect(said).toContain('(xn--dstrict-rog.example)')
  expect(said).not.toContain('\u202e')
})
