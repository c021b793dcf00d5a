import { expect, test } from 'vitest'
import { aBadge, aStatusList, at, bundleOf, bytesOf, listUrl } from '../../test/a-badge.ts'
import { isList, isObject, type JsonValue } from '../json/value.ts'
import { verifyBadge } from './verify.ts'

const long = 'x'.repeat(30_000)
/** Texts of a badge that are of a good form, and far too long to be repeated. */
const texts = [long, `https://x.example/${long}`, `2026-03-02T10:00:00.${'1'.repeat(30_000)}Z`]

/** @returns the same value once for each text in it, with that text exchanged. */
function exchanged(value: JsonValue, text: string): readonly JsonValue[] {
  if (typeof value === 'string') return [text]
  if (isList(value))
    return value.flatMap((item, at) => exchanged(item, text).map(other => value.with(at, other)))
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([name, item]) =>
    exchanged(item, text).map(other => ({ ...value, [name]: other })),
  )
}

test('no text of a badge, nor of its status list, makes the report as long as itself', async () => {
  const badge = await aBadge({
    status: [{ listUrl, index: 1, purpose: 'revocation' }],
    results: [],
    evidence: [],
  })
  const list = await aStatusList()
  const sizes: number[] = []
  for (const text of texts) {
    for (const other of exchanged(badge, text)) {
      const report = await verifyBadge(bytesOf(isObject(other) ? other : {}), {
        at,
        bundle: bundleOf({ [listUrl]: list }),
      })
      sizes.push(JSON.stringify(report).length)
    }
    for (const other of exchanged(list, text)) {
      const bundle = bundleOf({ [listUrl]: isObject(other) ? other : {} })
      sizes.push(JSON.stringify(await verifyBadge(bytesOf(badge), { at, bundle })).length)
    }
  }
  expect(sizes.length).toBeGreaterThan(100)
  expect(Math.max(...sizes)).toBeLessThan(25_000)
})
