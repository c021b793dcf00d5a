import { afterAll, expect, test } from 'vitest'
import { trialDistrict } from '../trial/district.ts'
import { trialEngines } from '../trial/engines.ts'

const engines = trialEngines()
afterAll(() => engines.forEach(engine => engine.stop()))

const dayMs = 86_400_000
const month = 30 * dayMs
const t0 = 1_700_000_000_000

test.each(engines)(
  'a file is forgotten when nothing has named it for a month on end, and only its owner’s (on $name)',
  async engine => {
    const store = await trialDistrict(await engine.fresh())
    const blob = { sizeBytes: 5, mediaType: 'a/b', verifiedAt: t0 }
    for (const [sha, owner] of [
      ['aa', 'ana'],
      ['bb', 'ana'],
      ['bb', 'bob'],
    ] as const)
      await store.noteBlob({ ...blob, sha, owner })
    const sweep = async (named: readonly string[], now: number) =>
      (await store.sweepUnused('ana', new Set(named), now, month)).map(({ sha }) => sha)
    expect(await sweep(['aa'], t0)).toEqual([])
    // Named again for a day: the month begins anew.
    expect(await sweep(['aa', 'bb'], t0 + 20 * dayMs)).toEqual([])
    expect(await sweep(['aa'], t0 + 21 * dayMs)).toEqual([])
    expect(await sweep(['aa'], t0 + 50 * dayMs)).toEqual([])
    expect(await store.keptBy('ana')).toEqual({ bytes: 10, files: 2 })
    expect(await sweep(['aa'], t0 + 51 * dayMs)).toEqual(['bb'])
    expect(await store.keptBy('ana')).toEqual({ bytes: 5, files: 1 })
    expect(await store.keptBy('bob')).toEqual({ bytes: 5, files: 1 })
    expect(await store.ownerAfter('')).toBe('ana')
    expect(await store.ownerAfter('ana')).toBe('bob')
    expect(await store.ownerAfter('bob')).toBeUndefined()
    // A clock that was years ahead when it was marked, and is right again, ends nobody's files at once.
    expect(await sweep([], t0 + 900 * dayMs)).toEqual([])
    expect(await sweep([], t0)).toEqual([])
    expect(await sweep([], t0 + month)).toEqual(['aa'])
    await store.close()
  },
)
