import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { pullReply, pullTarget } from '../../contract/sync/pull.ts'
import { districtPaths } from '../../contract/sync/version.ts'
import { bodyOn } from '../trial/claim.ts'
import type { Answer, Sending } from '../trial/device.ts'
import { codeIn, hashOf, joined, jsonIn, send, TrialDevice } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { deviceName, trialDistrict } from '../trial/district.ts'
import type { Scene } from '../trial/endpoints.ts'
import { endpointNames, endpoints } from '../trial/endpoints.ts'
import { sceneIn } from '../trial/scene.ts'
import { ClaimRecord } from '../../core/claim/record.ts'

// Security rows 44, 45 and 46: forged and cloned computers, people of another district, guessed ids, stolen cursors.

let district: TrialDistrict
let elsewhere: TrialDistrict
let scene: Scene
beforeAll(async () => {
  district = await trialDistrict()
  elsewhere = await trialDistrict()
  scene = await sceneIn(district)
})
afterAll(async () => {
  await district.close()
  await elsewhere.close()
})
// Joinings and wrong codes are counted by the minute and by the hour.
beforeEach(() => district.move(2 * 3_600_000))

const closed = endpointNames.filter(name => !endpoints[name].isPublic)
const nothing = new Uint8Array()
const digestOf = (sending: Sending) => (sending.method === 'PATCH' ? { digestOf: nothing } : {})
const statusAndCode = (answer: Answer) =>
  answer.body.length === 0 ? [answer.status] : [answer.status, codeIn(answer)]

/** What every closed endpoint answers: status, and the code where an answer has a body. */
async function answersTo(ask: (sending: Sending) => Promise<Answer>, device: string) {
  const answers: (readonly (string | number)[])[] = []
  for (const name of closed)
    for (const sending of endpoints[name].ask(scene, device)) {
      const [status = 0, code] = statusAndCode(await ask(sending))
      answers.push(code === undefined ? [status] : [status, code])
    }
  expect(answers.length).toBeGreaterThan(8)
  return new Set(answers.map(answer => answer.join(' ')))
}

describe('every closed endpoint', () => {
  test('answers nobody who does not sign', async () => {
    const told = await answersTo(sending => send(district.address, sending), 'nobody')
    expect([...told].toSorted()).toEqual(['401', '401 signature'])
  })

  test('answers no computer of another district, though its person has the same name there', async () => {
    const there = await joined(elsewhere, 'maya')
    const told = await answersTo(sending => {
      const headers = { ...sending.headers, ...there.signed(sending, digestOf(sending)) }
      return send(district.address, { ...sending, headers })
    }, there.name)
    expect([...told].toSorted()).toEqual(['403', '403 device_unknown'])
  })

  test('answers no computer under the right name with another key', async () => {
    const maya = await joined(district, 'maya')
    const { privateKey: key } = generateKeyPairSync('ed25519')
    const told = await answersTo(
      sending => maya.ask(sending, { key, ...digestOf(sending) }),
      maya.name,
    )
    expect([...told].toSorted()).toEqual(['401', '401 signature'])
  })

  test('answers no computer under another’s name with its own key', async () => {
    const jonah = await joined(district, 'jonah')
    const maya = await joined(district, 'maya')
    const told = await answersTo(
      sending => jonah.ask(sending, { device: maya.name, ...digestOf(sending) }),
      maya.name,
    )
    expect([...told].toSorted()).toEqual(['401', '401 signature'])
  })

  test('answers no computer that never joined', async () => {
    const never = new TrialDevice(district)
    const told = await answersTo(sending => never.ask(sending, digestOf(sending)), never.name)
    expect([...told].toSorted()).toEqual(['403', '403 device_unknown'])
  })

  test('answers no computer that was ended, whatever it asks', async () => {
    const maya = await joined(district, 'maya')
    await maya.askJson('POST', districtPaths.revocations, { device: maya.name })
    const told = await answersTo(sending => maya.ask(sending, digestOf(sending)), maya.name)
    expect([...told].toSorted()).toEqual(['403', '403 device_revoked'])
  })

  test('answers no request that was signed for another endpoint', async () => {
    const maya = await joined(district, 'maya')
    const told = await answersTo(sending => {
      const signed = maya.signed({ method: 'GET', target: districtPaths.about })
      return send(district.address, { ...sending, headers: { ...sending.headers, ...signed } })
    }, maya.name)
    expect([...told].toSorted()).toEqual(['401', '401 signature'])
  })
})

describe('row 45: a guessed id', () => {
  test('of what is there and of what is not have one answer', async () => {
    const nell = await joined(district, 'lucia')
    const ruth = await joined(district, 'ruth')
    const absent: Scene = {
      ...{ other: 'nobody', otherDevice: deviceName(), badge: scene.badge },
      ...{
        sha256: hashOf(Buffer.from('none')),
        upload: `${districtPaths.files}/${'0'.repeat(32)}`,
      },
    }
    // Lucía coaches, so a file of a claim in review is hers to read: the office's computer asks instead.
    for (const name of closed)
      for (const [at, sending] of endpoints[name].ask(scene, ruth.name).entries()) {
        const other = endpoints[name].ask(absent, ruth.name)[at] ?? sending
        if (sending.target === other.target && sending.body === other.body) continue
        const [there, not] = [
          await ruth.ask(sending, digestOf(sending)),
          await ruth.ask(other, digestOf(other)),
        ]
        expect([name, there.status, withoutTime(there)]).toEqual([
          name,
          not.status,
          withoutTime(not),
        ])
      }
    expect((await nell.blob(scene.sha256)).status).toBe(200)
  })

  test('of another’s record is refused as one that is not there, by every command that names one', async () => {
    const maya = await joined(district, 'maya')
    const ruth = await joined(district, 'ruth')
    const goal = (await maya.act('goal.add', { layer: 'personal', title: 'Mine' })).id('goal')
    const claim = [...maya.records.keys()].find(key => key.startsWith('claim/'))?.slice(6) ?? ''
    const evidence =
      [...maya.records.keys()].find(key => key.startsWith('evidence/'))?.slice(9) ?? ''
    expect([claim, evidence]).not.toContain('')
    const about = (ids: { goal: string; claim: string; evidence: string }) =>
      [
        { name: 'goal.change', input: { goal: ids.goal, set: { nowLevel: 'A' } } },
        { name: 'claim.withdraw', input: { claim: ids.claim } },
        {
          name: 'claim.write',
          input: {
            ...{ claim: ids.claim, prompt: 'p', on: '2026-11-24' },
            ...{ text: 'x', base: '' },
          },
        },
        { name: 'evidence.trash', input: { evidence: ids.evidence, on: true } },
        { name: 'review.take', input: { claim: ids.claim } },
      ] as const
    const refusals = async (ids: { goal: string; claim: string; evidence: string }) =>
      (await ruth.push(about(ids))).map(result =>
        'refusal' in result ? result.refusal : result.status,
      )
    const guessed = await refusals({ goal, claim, evidence })
    expect(guessed).toEqual(await refusals({ goal: 'none', claim: 'none', evidence: 'none' }))
    expect(
      guessed.every(refusal => typeof refusal === 'object' && refusal.code === 'not_here'),
    ).toBe(true)
  })

  test('of another district’s badge is not answered here', async () => {
    const target = `${districtPaths.badges}/${scene.badge}`
    expect((await send(district.address, { method: 'GET', target })).status).toBe(200)
    expect((await send(elsewhere.address, { method: 'GET', target })).status).toBe(404)
  })
})

const pageFor = async (device: TrialDevice, cursor: string) =>
  pullReply.parse(jsonIn(await device.ask({ method: 'GET', target: pullTarget(cursor, 0) })))

describe('row 46: a cursor', () => {
  test('of another person, another computer or another district brings nothing and begins anew', async () => {
    const maya = await joined(district, 'maya')
    const jonah = await joined(district, 'jonah')
    const tablet = await joined(district, 'maya')
    const there = await joined(elsewhere, 'jonah')
    for (const [device, cursor] of [
      [maya, jonah.cursor],
      [jonah, maya.cursor],
      [tablet, maya.cursor],
      [jonah, there.cursor],
      [there, jonah.cursor],
    ] as const) {
      const page = await pageFor(device, cursor)
      expect(page).toMatchObject({ resync: 'cursor' })
      expect(page).not.toHaveProperty('ops')
    }
  })

  test('of the days when one was a coach brings nothing of the coaches any more', async () => {
    const desmond = await joined(district, 'desmond')
    const person = { name: 'Nell Adair', place: '', roles: ['educator', 'coach'] }
    await desmond.act('person.add', { id: 'nell', person })
    const nell = await joined(district, 'nell')
    const isTold = () => [...nell.records.keys()].some(key => key.startsWith('claim/'))
    expect(isTold()).toBe(true)
    const asCoach = nell.cursor
    district.move(1_000)
    await desmond.act('person.add', { id: 'nell', person: { ...person, roles: ['educator'] } })
    // Something new among the coaches: a claim that is taken.
    const jonah = await joined(district, 'jonah')
    const claim = [...jonah.records.keys()].find(
      key => key.startsWith('claim/') && jonah.records.get(key)?.['state'] === 'in_review',
    )
    await jonah.act('review.take', { claim: claim?.slice(6) ?? '' })
    const page = await pageFor(nell, asCoach)
    expect(page).toMatchObject({ drop: ['coaches'] })
    expect('ops' in page ? page.ops.map(([stream]) => stream) : []).not.toContain('coaches')
    // And who becomes one again is told all of it, not what came since.
    await nell.pull()
    nell.records.clear()
    district.move(1_000)
    await desmond.act('person.add', { id: 'nell', person })
    await nell.pull()
    expect(bodyOn(nell, ClaimRecord, claim?.slice(6) ?? '')?.readers).toEqual(['jonah'])
  })
})

test('row 44: a clone of a computer that goes on by itself is found out at its first command', async () => {
  const maya = await joined(district, 'maya')
  const first = { name: 'goal.add', input: { layer: 'personal', title: 'Hers' }, n: 500 } as const
  const [mine] = await maya.push([first])
  expect(mine?.status).toBe('applied')
  const [clone] = await maya.push([{ ...first, input: { layer: 'personal', title: 'Its' } }])
  expect(clone?.status).toBe('fork')
  await maya.pull()
  expect([...maya.records.values()].map(body => body['title'])).not.toContain('Its')
})

/** What an answer says but for the district's clock and what is made anew at each. */
function withoutTime({ body }: Answer): string {
  return body.toString().replaceAll(/\d{13}/g, 'now')
}
