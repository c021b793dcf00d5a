import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aBadge, aStatusList, at, bundleOf, bytesOf, listUrl } from '../../test/a-badge.ts'
import { isList, isObject, listOf, type JsonObject, type JsonValue } from '../json/value.ts'
import { credentialsV2, knownContexts, openBadges303 } from '../json-ld/contexts.ts'
import { knownWords } from '../json-ld/known-words.ts'
import { verifyBadge } from './verify.ts'

/** What a badge's own contexts define, by word: alike wherever a word of ours stands. */
function definitions(): ReadonlyMap<string, JsonValue> {
  const found = new Map<string, JsonValue>()
  const visit = (context: unknown): void => {
    if (typeof context !== 'object' || context === null) return
    for (const [word, definition] of Object.entries(context)) {
      if (word.startsWith('@')) continue
      const plain: JsonValue = JSON.parse(JSON.stringify(definition))
      if (!found.has(word)) found.set(word, plain)
      if (isObject(plain)) visit(plain['@context'])
    }
  }
  for (const url of [credentialsV2, openBadges303]) {
    const context = knownContexts.get(url)
    if (typeof context === 'object' && context !== null && '@context' in context)
      visit(context['@context'])
  }
  return found
}

type Place = readonly (string | number)[]

/** Every member of a node that a signature covers, with the place of the node. */
function members(value: JsonValue, place: Place = []): readonly [Place, string][] {
  if (isList(value)) return value.flatMap((item, at) => members(item, [...place, at]))
  if (!isObject(value)) return []
  const words = Object.keys(value).filter(word => !['@context', 'proof'].includes(word))
  return words.flatMap(word => [
    [place, word] as const satisfies [Place, string],
    ...members(value[word] ?? null, [...place, word]),
  ])
}

function renamed(value: JsonValue, [step, ...rest]: Place, word: string, other: string): JsonValue {
  if (isList(value))
    return value.map((item, at) => (at === step ? renamed(item, rest, word, other) : item))
  if (!isObject(value)) return value
  if (step !== undefined)
    return { ...value, [step]: renamed(value[step] ?? null, rest, word, other) }
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name === word ? other : name, item]),
  )
}

const words = [...knownWords().terms.keys()]
const anotherName = fc.oneof(
  fc.constantFrom('zzz', 'x:y', 'mailto', 'urn', 'https', 'Own'),
  fc.constantFrom(...words),
)

test('a badge with any signed member renamed by an inline context is never verified (row 28)', async () => {
  const badge = await aBadge()
  const bundle = bundleOf({ [listUrl]: await aStatusList([]) })
  const known = definitions()
  expect((await verifyBadge(bytesOf(badge), { at, bundle })).overall).toBe('verified')
  let stillSigned = 0
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...members(badge)),
      anotherName,
      fc.constantFrom('root', 'node', 'type'),
      async ([place, word], other, where) => {
        fc.pre(other !== word && known.has(word))
        const alias = { [other]: known.get(word) ?? '' }
        const moved = renamed(badge, place, word, other)
        if (!isObject(moved)) throw new TypeError('no badge')
        const more = where === 'type' ? { Own: { '@id': 'urn:x:Own', '@context': alias } } : alias
        const document: JsonObject =
          where === 'node' && place.length > 0
            ? withContextAt(moved, place, alias)
            : { ...moved, '@context': [...listOf(badge['@context']), more] }
        const report = await verifyBadge(bytesOf(document), { at, bundle })
        const signature = report.checks.find(check => check.id === 'proof.signature')
        if (signature?.outcome === 'pass') stillSigned += 1
        expect(report.overall).not.toBe('verified')
      },
    ),
    { numRuns: 80 },
  )
  // Else nothing was tried: a signature that fails says nothing of the names.
  expect(stillSigned).toBeGreaterThan(8)
}, 120_000)

/** Every text of a badge that is an id or an address, with its place. */
function addresses(value: JsonValue, place: Place = []): readonly [Place, string][] {
  if (typeof value === 'string')
    return /^(urn|https|did):/.test(value)
      ? [[place, value] as const satisfies [Place, string]]
      : []
  if (isList(value)) return value.flatMap((item, at) => addresses(item, [...place, at]))
  if (!isObject(value)) return []
  return Object.entries(value)
    .filter(([word]) => word !== '@context' && word !== 'proof')
    .flatMap(([word, item]) => addresses(item, [...place, word]))
}

test('a badge with any id or address written in another way is never verified (row 28)', async () => {
  const badge = await aBadge()
  const bundle = bundleOf({ [listUrl]: await aStatusList([]) })
  let stillSigned = 0
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...addresses(badge)),
      fc.constantFrom('zz', 'mailto', 'urn', 'https', 'did'),
      fc.nat(),
      async ([place, text], prefix, cut) => {
        const length = 1 + (cut % (text.length - 1))
        const base = { '@id': text.slice(0, length), '@prefix': true }
        const other = `${prefix}:${text.slice(length)}`
        fc.pre(other !== text && !text.slice(length).startsWith('//'))
        const node = place.slice(
          0,
          place.findLastIndex(step => typeof step === 'string'),
        )
        const written = withValueAt(badge, place, other)
        const document =
          node.length > 0
            ? withContextAt(written, node, { [prefix]: base })
            : { ...written, '@context': [...listOf(badge['@context']), { [prefix]: base }] }
        const report = await verifyBadge(bytesOf(document), { at, bundle })
        const signature = report.checks.find(check => check.id === 'proof.signature')
        if (signature?.outcome === 'pass') stillSigned += 1
        expect(report.overall).not.toBe('verified')
      },
    ),
    { numRuns: 80 },
  )
  expect(stillSigned).toBeGreaterThan(8)
}, 120_000)

function withValueAt(badge: JsonObject, place: Place, value: string): JsonObject {
  const set = (inner: JsonValue, [step, ...rest]: Place): JsonValue => {
    if (step === undefined) return value
    if (isList(inner)) return inner.map((item, at) => (at === step ? set(item, rest) : item))
    return isObject(inner) ? { ...inner, [step]: set(inner[step] ?? null, rest) } : inner
  }
  const made = set(badge, place)
  return isObject(made) ? made : badge
}

function withContextAt(value: JsonObject, place: Place, context: JsonObject): JsonObject {
  const set = (inner: JsonValue, [step, ...rest]: Place): JsonValue => {
    if (isList(inner)) return inner.map((item, at) => (at === step ? set(item, rest) : item))
    if (!isObject(inner)) return inner
    if (step === undefined) return { '@context': context, ...inner }
    return { ...inner, [step]: set(inner[step] ?? null, rest) }
  }
  const made = set(value, place)
  return isObject(made) ? made : value
}
