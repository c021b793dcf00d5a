import { afterEach, beforeEach, expect, test } from 'vitest'
import { sumOf } from '../../db/records/sum.ts'
import type { OpenProgram } from '../trial/open-program.ts'
import { openProgram, trialFolder } from '../trial/open-program.ts'
import {
  aboutNow,
  emptyPage,
  scriptedDistrict,
  scriptedTrustKey,
} from '../trial/scripted-district.ts'
import type { ScriptedDistrict } from '../trial/scripted-district.ts'
import { syncStateOf } from '../trial/sync-state.ts'
import { untilPasses } from '../../test/builders/patience.ts'

let folder: ReturnType<typeof trialFolder>
let district: ScriptedDistrict
let open: OpenProgram

beforeEach(async () => {
  folder = trialFolder()
  district = await scriptedDistrict()
  open = await openProgram(folder.path, { random: () => 0 })
})
afterEach(async () => {
  await open.close()
  await district.close()
  folder.remove()
})

const person = (id: string, name: string) => {
  const body = { name, place: 'Grade 2', roles: ['educator'] }
  return ['catalog', 'person', id, 1, 1, body, {}] as const
}
const people = [person('p_maya', 'Maya Okafor'), person('p_jonah', 'Jonah Weiss')]
const sums = {
  catalog: [
    people.length,
    people.reduce(
      (sum, [, kind, id, rev, v, body]) =>
        (sum + sumOf({ kind, id, rev, v }, JSON.stringify(body), '{}')) % 2 ** 48,
      0,
    ),
  ],
}

/** Joins what answers a pull with `pageFor`, asked with the query of the pull. */
async function joinedWith(pageFor: (asked: URLSearchParams) => object | undefined): Promise<void> {
  district.script(({ path, body }, response) => {
    const now = Date.now()
    if (path === '/sync/v1/about') return aboutNow(now)
    if (path === '/sync/v1/join') {
      const { device } = JSON.parse(body.toString())
      const maya = { person: 'p_maya', name: 'Maya Okafor', roles: ['educator'] }
      return { device, ...maya, district: 'Scripted', epoch: 'e1', now, trustKey: scriptedTrustKey }
    }
    if (path === '/sync/v1/push') {
      response.statusCode = 426
      return { code: 'upgrade', facts: { protocolOldest: 9 } }
    }
    const asked = new URL(path, 'http://x').searchParams
    const page = path.startsWith('/sync/v1/pull') ? pageFor(asked) : undefined
    if (page !== undefined) return { ...emptyPage(now, asked.get('cursor') ?? ''), ...page }
    setTimeout(() => response.end(JSON.stringify(emptyPage(now, asked.get('cursor') ?? ''))), 100)
    return undefined
  })
  await open.post('/api/setup', { join: { address: district.address, code: 'ABCDE-FGHJK' } })
}

test('while the record arrives for the first time it is told how far it is, and never that it is all there', async () => {
  let isHeldUp = true
  await joinedWith(asked => {
    if (asked.get('cursor') === '') return { next: 'c1', more: true, ops: [people[0]], sums }
    if (asked.get('cursor') !== 'c1') return undefined
    return isHeldUp ? { next: 'c1', more: true, sums } : { next: 'c2', ops: [people[1]], sums }
  })
  await untilPasses(async () =>
    expect(await syncStateOf(open)).toMatchObject({ state: 'here', arriving: { here: 1, all: 2 } }),
  )
  isHeldUp = false
  await untilPasses(async () => expect(await syncStateOf(open)).not.toHaveProperty('arriving'))
})

test('a copy that is not what the district shows is asked for anew, put right, and told', async () => {
  const asks: string[] = []
  await joinedWith(asked => {
    const anew = asked.get('anew')
    if (anew !== null) asks.push(anew)
    if (asked.get('cursor') === '') return { next: 'c1', ops: [people[0]], sums }
    return anew === null ? undefined : { next: 'c2', anew: ['catalog'], ops: people, sums }
  })
  await untilPasses(async () =>
    expect(await syncStateOf(open)).toMatchObject({ copy: { mendedCount: 1, differingCount: 0 } }),
  )
  expect(asks).toEqual(['catalog'])
})

test('a Meritfolio that is too old to send says so until it is updated, goes on reading, and keeps what was done', async () => {
  let turns = 0
  await joinedWith(asked => {
    if (asked.get('cursor') === '') return { next: 'c1', ops: [people[0]] }
    turns++
    return undefined
  })
  await open.command('goal.add', { layer: 'personal', title: 'Kept' })
  await untilPasses(async () => expect((await syncStateOf(open)).away).toBe('upgrade'))
  const seen = turns
  await untilPasses(() => expect(turns).toBeGreaterThan(seen + 3))
  expect(await syncStateOf(open)).toMatchObject({
    away: 'upgrade',
    state: 'needs',
    waitingCount: 1,
  })
})
