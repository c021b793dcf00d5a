import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { beingReadReply } from '../../contract/sync/being-read.ts'
import { devicesReply } from '../../contract/sync/join.ts'
import { districtPaths } from '../../contract/sync/version.ts'
import type { Grant, Role } from '../../core/kit/command.ts'
import { personRoles } from '../../core/person/record.ts'
import { issuerOf } from '../badge/issuer.ts'
import type { Person } from '../../core/person/record.ts'
import type { TrialDevice } from '../trial/device.ts'
import { joined, jsonIn, send } from '../trial/device.ts'
import { entered } from '../trial/entered.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'
import { endpointNames, endpoints, type Scene } from '../trial/endpoints.ts'
import { sceneIn } from '../trial/scene.ts'
import { routesOf } from './door.ts'

/**
 * What each request of `district/trial/endpoints.ts` is answered, by what the asker is: Maya, another, with roles in the
 * whole district or within one of its schools and teams.
 */
interface Asker {
  readonly person: 'maya' | 'someone'
  readonly roles: readonly Role[]
  readonly grants?: readonly Grant[]
}
type Answer = (asker: Asker) => number

/** Where Maya works: her team and its school; and where she doesn't. */
const whereSheWorks = ['linden', 'linden-grade-4']
const elsewhereAlone = 'mill-creek'

/** Whether they hold a role that reaches Maya. */
const reachesHer = ({ roles, grants = [] }: Asker, role: Grant['role']): boolean =>
  roles.includes(role) ||
  grants.some(grant => grant.role === role && whereSheWorks.includes(grant.within))
/** Whether they hold a role anywhere. */
const holdsIt = ({ roles, grants = [] }: Asker, role: Grant['role']): boolean =>
  roles.includes(role) || grants.some(grant => grant.role === role)

const always =
  (status: number): Answer =>
  () =>
    status
const forOwner =
  (status: number, else_: number): Answer =>
  ({ person }) =>
    person === 'maya' ? status : else_

const policy: Readonly<Record<keyof typeof districtPaths, readonly Answer[]>> = {
  about: [always(200)],
  joinPage: [always(200)],
  // Nobody joins by a code that was never given out, whoever they are.
  join: [always(403)],
  push: [always(200)],
  pull: [always(200)],
  // For a further computer of one's own, and for an administrator for anybody where they are it.
  invitations: [
    asker => (asker.person === 'maya' || reachesHer(asker, 'administrator') ? 200 : 403),
  ],
  devices: [always(200)],
  // What a computer is called is its person's to say, and no administrator's.
  ownDevices: [always(200), forOwner(200, 404)],
  // One's own computer, and for an administrator anybody's.
  revocations: [
    asker => (asker.person === 'maya' || reachesHer(asker, 'administrator') ? 200 : 404),
  ],
  // Nobody comes in by a password that nobody has.
  signIn: [always(403)],
  // Everybody's own.
  account: [always(200), always(200)],
  // Never one's own.
  resets: [asker => (asker.person !== 'maya' && reachesHer(asker, 'administrator') ? 200 : 403)],
  // Whether a computer is theirs, a person says themselves.
  answers: [forOwner(200, 404)],
  // An upload is its owner's; anybody may begin one.
  files: [always(201), forOwner(200, 404), forOwner(204, 404), forOwner(204, 404)],
  // The claim that hands it over is in review: its coaches read it, an office does not. Only an owner is told they have it.
  blobs: [
    asker => (asker.person === 'maya' || reachesHer(asker, 'coach') ? 200 : 404),
    forOwner(200, 404),
  ],
  // Of one's own files, and of nobody else's.
  room: [always(200)],
  badges: [always(200), always(200), always(200), always(200), always(200)],
  endorsements: [always(404), always(404)],
  status: [always(200)],
  // A district without a public address has no did:web.
  did: [always(404)],
  trust: [always(200)],
  // What coaches read, for who may give it back and is told of it nowhere else; each is told what is read where they may.
  beingRead: [asker => (holdsIt(asker, 'administrator') || holdsIt(asker, 'officer') ? 200 : 403)],
  // How the record is concerns those who look after all of it.
  health: [({ roles }) => (roles.includes('administrator') ? 200 : 403)],
}

const roleSets = Array.from({ length: 2 ** personRoles.length }, (_, bits) =>
  personRoles.filter((_role, at) => (bits & (1 << at)) !== 0),
).filter(roles => roles.length > 0)

/** Who has a role within a school or team and none beyond it, by name. */
const grantedAskers = [...whereSheWorks, elsewhereAlone].flatMap(within =>
  (['coach', 'officer', 'administrator'] as const).map(role => ({
    name: `${role} within ${within}`,
    grants: [{ role, within }],
  })),
)

let district: TrialDistrict
let scene: Scene
let desmond: TrialDevice
beforeAll(async () => {
  district = await trialDistrict()
  scene = await sceneIn(district)
  desmond = await joined(district, 'desmond')
})
afterAll(() => district.close())

// Wrong codes and joinings are counted by the hour and by the minute.
beforeEach(() => district.move(2 * 3_600_000))

test('every route of the door is in the policy', () => {
  const { house } = district.program()
  const issuer = issuerOf(house.secrets.issuer, undefined)
  const { routes } = routesOf({ house, issuer, health: async () => [] })
  const told = [...new Set(routes.map(({ method, path }) => `${method} ${path}`))]
  const known = endpointNames.flatMap(name => endpoints[name].routes ?? [])
  expect(told.toSorted()).toEqual(known.toSorted())
})

describe.each(roleSets.map(roles => ({ roles })))('as $roles', ({ roles }) => {
  const id = `asker-${roles.join('-')}`

  test('another’s things are answered as the policy says', async () => {
    await entered(district, id, { name: 'Nell Adair', roles: [...roles] })
    await expectAnswered({ person: 'someone', roles }, await joined(district, id))
  })

  test('of computers, an administrator is told all and anybody else their own', async () => {
    const device = await joined(district, id)
    const answer = await device.ask({ method: 'GET', target: districtPaths.devices })
    const people = devicesReply.parse(jsonIn(answer)).devices.map(one => one.person)
    expect(people.every(one => one === id)).toBe(!roles.includes('administrator'))
  })
})

test.each(grantedAskers)(
  'as $name, another’s things are answered as the policy says',
  async ({ name, grants }) => {
    const id = name.replaceAll(' ', '-')
    await entered(district, id, { units: [elsewhereAlone], grants })
    const asker = { person: 'someone', roles: ['educator'], grants } as const
    await expectAnswered(asker, await joined(district, id))
  },
)

test('one’s own things are answered as the policy says', async () => {
  await expectAnswered({ person: 'maya', roles: ['educator'] }, await joined(district, 'maya'))
})

test('what is being read is told to who may give it back, within their schools and teams alone', async () => {
  const jonah = await joined(district, 'jonah')
  const claims = [...jonah.records].filter(
    ([key, body]) => key.startsWith('claim/') && body['state'] === 'in_review',
  )
  const [claim = ''] = claims.map(([key]) => key.slice('claim/'.length))
  await jonah.act('review.take', { claim })
  for (const { name, grants } of grantedAskers) {
    const id = `reads-${name.replaceAll(' ', '-')}`
    await entered(district, id, { units: [elsewhereAlone], grants })
    const device = await joined(district, id)
    const answer = await device.ask({ method: 'GET', target: districtPaths.beingRead })
    if (name.startsWith('coach')) {
      expect([name, answer.status]).toEqual([name, 403])
      continue
    }
    const told = beingReadReply.parse(jsonIn(answer)).claims.map(one => one.claim)
    expect([name, told]).toEqual([name, name.endsWith(elsewhereAlone) ? [] : [claim]])
  }
})

test('an administrator of a school invites, sees and ends computers of its people alone', async () => {
  for (const id of ['cedar', 'dogwood'])
    await desmond.act('unit.add', { id, unit: { kind: 'school', name: id } })
  const inCedar = async (id: string, more: Partial<Person>) => {
    await entered(district, id, { units: ['cedar'], ...more })
    return joined(district, id)
  }
  const grants = [{ role: 'administrator' as const, within: 'cedar' }]
  const principal = await inCedar('principal', { grants })
  const theirs = await inCedar('theirs', {})
  const elsewhere = [
    await inCedar('other-school', { units: ['dogwood'] }),
    await inCedar('two-schools', { units: ['cedar', 'dogwood'] }),
    await inCedar('no-school', { units: [] }),
    // Who may let a computer in as somebody could act as them.
    await inCedar('more-than-they', { roles: ['educator', 'coach'] }),
    await inCedar('officer-there', { grants: [{ role: 'officer', within: 'dogwood' }] }),
  ]
  const invite = (person: string) =>
    principal.askJson('POST', districtPaths.invitations, { person })
  const end = (device: string) => principal.askJson('POST', districtPaths.revocations, { device })
  const list = await principal.ask({ method: 'GET', target: districtPaths.devices })
  const seen = devicesReply.parse(jsonIn(list)).devices.map(one => one.device)
  expect(seen.toSorted()).toEqual([principal.name, theirs.name].toSorted())
  for (const { name, person } of elsewhere)
    expect([person, (await invite(person)).status, (await end(name)).status]).toEqual([
      ...[person, 403, 404],
    ])
  expect((await invite('nobody')).status).toBe(403)
  expect((await invite('theirs')).status).toBe(200)
  expect((await end(theirs.name)).status).toBe(200)
  for (const { name } of elsewhere)
    expect(
      (
        await elsewhere
          .find(one => one.name === name)
          ?.ask({ method: 'GET', target: districtPaths.devices })
      )?.status,
    ).toBe(200)
})

test('what is public is told to anybody, and nothing else is', async () => {
  for (const name of endpointNames)
    for (const sending of endpoints[name].ask(scene, 'nobody-knows-this-one')) {
      const { status } = await send(district.address, sending)
      const said = policy[name][0]?.({ person: 'someone', roles: [] })
      expect([name, status]).toEqual([name, endpoints[name].isPublic ? said : 401])
    }
})

/** Asks everything that there is about Maya, and holds each answer against the policy. */
async function expectAnswered(asker: Asker, device: TrialDevice): Promise<void> {
  const about = { ...scene, otherDevice: (await joined(district, 'maya')).name }
  for (const name of endpointNames) {
    for (const [at, sending] of endpoints[name].ask(about, device.name).entries()) {
      const answer = await device.ask(sending, signingOf(sending.method))
      const said = policy[name][at]?.(asker)
      expect([name, sending.method, answer.status]).toEqual([name, sending.method, said])
    }
  }
}

/** A chunk's signature is over the digest of nothing: its file has its own hash. */
function signingOf(method: string): { readonly digestOf?: Uint8Array } {
  return method === 'PATCH' ? { digestOf: new Uint8Array() } : {}
}
