import { describe, expect, test } from 'vitest'
import { found, type Result } from '../src/refusal.ts'
import type { JsonValue } from '../src/json/value.ts'
import { verifyBadge } from '../src/verify/verify.ts'
import { kept } from './findings.ts'
import { hunt } from './hunt.ts'
import { judged } from './judged.ts'
import type { Found, Target } from './target.ts'
import { targetNames, targetOf } from './targets.ts'
import { jsonTarget } from './targets/json.ts'
import { verifyTarget } from './targets/verify.ts'
import { watched } from './watch.ts'

async function hunted(target: Target, turns: number, seed = 20_260_302): Promise<readonly Found[]> {
  const all: Found[] = []
  await hunt(target, { seed, isOver: turn => turn >= turns, onFound: one => all.push(one) })
  return all
}

describe('what fuzzing found once is not found again', () => {
  test.each(kept().map(({ file, found: one }) => [file, one] as const))('%s', async (_, one) => {
    const target = await targetOf(one.parser)
    if (target === null) throw new Error(`no parser ${one.parser}`)
    expect(await judged(target, one.input)).toBeNull()
  })
})

describe('a short run finds nothing', () => {
  test.each(targetNames)(
    'in %s',
    async name => {
      const target = await targetOf(name)
      if (target === null) throw new Error(`no parser ${name}`)
      expect(await hunted(target, name === 'verify' ? 60 : 150)).toEqual([])
    },
    60_000,
  )
})

describe('the rig itself', () => {
  const loose = (text: string): Result<JsonValue> => {
    try {
      return found<JsonValue>(JSON.parse(text))
    } catch {
      return { ok: false, refusal: { code: 'PARSING_ERROR', facts: {} } }
    }
  }

  test('finds a parser that keeps the last of two keys, and shows it with a text one can read', async () => {
    const all = await hunted(jsonTarget(loose), 2_000)
    const lost = all.find(({ complaint }) => complaint === 'loses one of two keys')
    expect(lost?.input.length).toBeLessThan(48)
    expect(all.map(({ complaint }) => complaint)).toContain('lets a prototype key through')
  })

  test('finds a verifier that throws at one word, and one that believes everything', async () => {
    const fragile = await verifyTarget(async (bytes, options) => {
      if (/constructor|toString|hasOwn|then|toJSON/.test(new TextDecoder().decode(bytes)))
        throw new TypeError('canary')
      return verifyBadge(bytes, options)
    })
    const [thrown] = await hunted(fragile, 400)
    expect(thrown?.complaint).toContain('canary')
    const trusting = await verifyTarget(async (bytes, options) => ({
      ...(await verifyBadge(bytes, options)),
      overall: 'verified',
    }))
    const [believed] = await hunted(trusting, 5)
    expect(believed?.complaint).toContain('verifies what was changed')
  }, 120_000)

  test('makes the same inputs from the same seed', async () => {
    const inputs = async (seed: number) => {
      const made: string[] = []
      const target = {
        ...jsonTarget(loose),
        judge: (input: Uint8Array) => (made.push(String(input)) === 0 ? 'never' : null),
      }
      await hunted(target, 20, seed)
      return made
    }
    expect(await inputs(1)).toEqual(await inputs(1))
    expect(await inputs(1)).not.toEqual(await inputs(2))
  })

  test('notices a parser that does not end, and has its input', async () => {
    const { found: all } = await watched('canary', 1, 30_000, 1_500)
    expect(all).toMatchObject([{ complaint: 'does not end' }])
    expect(all[0]?.input.length).toBe(7)
  }, 60_000)
})
