import { expect, test } from 'vitest'
import { anUnsignedBadge, at, bundleOf, bytesOf } from '../../../test/a-badge.ts'
import { didKeyOf, withProof } from '../../../test/signed.ts'
import { hasVectors, vectorJson } from '../../../test/vectors.ts'
import { isObject, type JsonObject, type JsonValue } from '../../json/value.ts'
import { defaultPolicy, needing, verifyBadge, type Check, type Report } from '../verify.ts'

const url = 'https://schema.example/badge.json'
const own = didKeyOf('ed25519')
const badgeNaming = (credentialSchema: JsonValue, parts: JsonObject = {}) =>
  withProof(
    { ...anUnsignedBadge({ status: [] }), issuer: own.did, credentialSchema, ...parts },
    'eddsa-jcs-2022',
    own.method,
  )
const aSchema = { id: url, type: '1EdTechJsonSchemaValidator2019' }
const of = (report: Report): readonly Check[] =>
  report.checks.filter(check => check.id === 'credentialSchema')
const judged = async (stated: JsonValue, documents: Readonly<Record<string, JsonObject>>) =>
  verifyBadge(bytesOf(await badgeNaming(stated)), { at, bundle: bundleOf(documents) })

test('a badge that is not as its schema asks says where, and is verified all the same', async () => {
  const schema = { required: ['awardedDate', 'image'], properties: { name: { type: 'array' } } }
  const report = await judged([aSchema], { [url]: schema })
  expect(of(report)).toMatchObject([
    {
      outcome: 'fail',
      code: 'SCHEMA_MISMATCH',
      about: '/credentialSchema/0',
      needed: false,
      evidence: { url },
      facts: { url, problems: [': the property image', '/name: array'], count: 2 },
    },
  ])
  expect(report.overall).toBe('verified')
  const bundle = bundleOf({ [url]: schema })
  const policy = needing(defaultPolicy, 'credentialSchema')
  const strict = await verifyBadge(bytesOf(await badgeNaming([aSchema])), { at, bundle, policy })
  expect(strict.overall).toBe('not-verified')
})

test('each schema is judged by, and one that is not at hand is unknown', async () => {
  const other = 'https://schema.example/other.json'
  const report = await judged([aSchema, { ...aSchema, id: other }], { [url]: { type: 'object' } })
  expect(of(report).map(check => `${check.about} ${check.outcome} ${check.code ?? ''}`)).toEqual([
    '/credentialSchema/0 pass ',
    '/credentialSchema/1 unknown NOT_RETRIEVED',
  ])
  const further = await judged(aSchema, { [url]: { $ref: other } })
  expect(of(further)).toMatchObject([{ outcome: 'unknown', code: 'NOT_RETRIEVED' }])
  const found = await judged(aSchema, { [url]: { $ref: other }, [other]: { required: ['no'] } })
  expect(of(found)).toMatchObject([{ outcome: 'fail' }])
})

test('another kind of schema, and more of them than the limit, are named', async () => {
  const odd = await judged({ id: url, type: 'ShapeExpression' }, { [url]: {} })
  expect(of(odd)).toMatchObject([{ outcome: 'unknown', code: 'NOT_CHECKED_BY_THIS_VERSION' }])
  const many = await judged(
    Array.from({ length: 9 }, () => aSchema),
    { [url]: {} },
  )
  expect(of(many).map(check => check.code)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    'TOO_LARGE',
  ])
})

test('a hostile schema is unknown, and the badge is judged without it', async () => {
  const schemas: readonly JsonObject[] = [
    { $ref: '#' },
    { properties: { name: { pattern: '(?=a)' } } },
    { allOf: 7 },
    { items: { $ref: 'not a reference at all \u0000' } },
  ]
  for (const schema of schemas) {
    const report = await judged(aSchema, { [url]: schema })
    expect(of(report)[0]?.outcome).not.toBe('fail')
    expect(report.overall).toBe('verified')
  }
})

test.skipIf(!hasVectors())(
  'what we issue keeps to the strict schema that 1EdTech publishes',
  async () => {
    const published =
      'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json'
    const schema = vectorJson('schemas/ob_v3p0_achievementcredential_schema.json')
    if (!isObject(schema)) throw new Error('no schema')
    const stated = [{ ...aSchema, id: published }]
    const good = await badgeNaming(stated, {
      issuer: { id: own.did, type: ['Profile'], name: 'District' },
    })
    const asList = { ...good, proof: [good['proof'] ?? null].flat() }
    const bundle = bundleOf({ [published]: schema })
    const report = await verifyBadge(bytesOf(asList), { at, bundle })
    expect(of(report)).toMatchObject([{ outcome: 'pass' }])
    expect(report.overall).toBe('verified')
    // A proof alone, and not in a list, is good JSON-LD and breaks the strict form.
    const single = await verifyBadge(bytesOf(good), { at, bundle })
    expect(of(single)).toMatchObject([{ outcome: 'fail', facts: { problems: ['/proof: array'] } }])
  },
)
