import { expect, test, vi } from 'vitest'
import { openProgram, trialFolder } from '../trial/open-program.ts'
import type { Script } from '../trial/scripted-district.ts'
import {
  aboutNow,
  emptyPage,
  scriptedDistrict,
  scriptedTrustKey,
} from '../trial/scripted-district.ts'
import { patienceMs } from '../../test/builders/patience.ts'

test('row 47: a stamp from years ahead that comes with a page does not move this computer’s clock', async () => {
  const folder = trialFolder()
  const district = await scriptedDistrict()
  const farStamp = `${String(Date.now() + 5 * 365 * 86_400_000).padStart(13, '0')}-0000-evil`
  const goal = {
    owner: 'p_maya',
    layer: 'personal',
    title: 'From a poisoned device',
    why: '',
    competencies: {},
    serves: {},
    state: 'open',
    addedAt: 1,
  }
  const stamps: string[] = []
  const script: Script = ({ path, body }, response) => {
    const now = Date.now()
    if (path === '/sync/v1/about') return aboutNow(now)
    if (path === '/sync/v1/join') {
      const { device } = JSON.parse(body.toString())
      const person = { person: 'p_maya', name: 'Maya', roles: ['educator'] }
      return { device, ...person, district: 'D', epoch: 'e', now, trustKey: scriptedTrustKey }
    }
    if (path === '/sync/v1/push') {
      const { mutations } = JSON.parse(body.toString())
      stamps.push(...mutations.map((mutation: { stamp: string }) => mutation.stamp))
      return { now, results: [] }
    }
    const cursor = new URL(path, 'http://x').searchParams.get('cursor') ?? ''
    if (cursor === '') {
      const row = ['user:p_maya', 'goal', 'g1', 1, 1, goal, { nowLevel: farStamp }]
      return { ...emptyPage(now, ''), next: 'c1', ops: [row] }
    }
    setTimeout(() => response.end(JSON.stringify(emptyPage(Date.now(), cursor))), 100)
    return undefined
  }
  district.script(script)
  const open = await openProgram(folder.path, { random: () => 0 })
  await open.post('/api/setup', { join: { address: district.address, code: 'ABCDE-FGHJK' } })
  await vi.waitFor(
    async () => expect((await open.query('plan', {})).goals).toHaveLength(1),
    patienceMs,
  )
  await open.command('goal.add', { layer: 'personal', title: 'Mine' })
  await vi.waitFor(() => expect(stamps.length).toBeGreaterThan(0), { timeout: patienceMs })
  const aheadMs = Number(stamps[0]?.slice(0, 13)) - Date.now()
  expect(Math.abs(aheadMs)).toBeLessThan(120_000)
  await open.close()
  await district.close()
  folder.remove()
})

test('row 47: an answer that a shut laptop reads a week later does not put its clock back by that week', async () => {
  const folder = trialFolder()
  const district = await scriptedDistrict()
  const weekMs = 7 * 86_400_000
  let aheadMs = 0
  const clock = () => Date.now() + aheadMs
  const signedAt: number[] = []
  /** Pulls that were held, and how the first of them is answered. */
  let heldCount = 0
  let late: (() => void) | undefined
  const script: Script = ({ path, headers, body }, response) => {
    const now = clock()
    if (path === '/sync/v1/about') return aboutNow(now)
    if (path === '/sync/v1/join') {
      const person = { person: 'p_maya', name: 'Maya', roles: ['educator'] }
      const { device } = JSON.parse(body.toString())
      return { device, ...person, district: 'D', epoch: 'e', now, trustKey: scriptedTrustKey }
    }
    const [, created = ''] = /created=(\d+)/.exec(String(headers['signature-input'])) ?? []
    if (path === '/sync/v1/push') {
      signedAt.push(Number(created) * 1_000)
      return { now, results: [] }
    }
    const cursor = new URL(path, 'http://x').searchParams.get('cursor') ?? ''
    if (cursor === '') return { ...emptyPage(now, ''), next: 'c1' }
    const answer = () => void response.end(JSON.stringify(emptyPage(now, cursor)))
    heldCount++
    if (late === undefined) late = answer
    else setTimeout(answer, 100)
    return undefined
  }
  district.script(script)
  const open = await openProgram(folder.path, { random: () => 0, clock })
  await open.post('/api/setup', { join: { address: district.address, code: 'ABCDE-FGHJK' } })
  await vi.waitFor(() => expect(late).toBeDefined(), patienceMs)
  aheadMs = weekMs
  late?.()
  // It was taken in once the next is asked for.
  await vi.waitFor(() => expect(heldCount).toBeGreaterThan(1), patienceMs)
  await open.command('goal.add', { layer: 'personal', title: 'Mine' })
  await vi.waitFor(() => expect(signedAt.length).toBeGreaterThan(0), { timeout: patienceMs })
  expect(Math.abs((signedAt[0] ?? 0) - clock())).toBeLessThan(60_000)
  await open.close()
  await district.close()
  folder.remove()
})
