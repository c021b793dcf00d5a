import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { streamsOf } from '../../core/access/streams.ts'
import { command, type Grant, type Role } from '../../core/kit/command.ts'
import { keyOf } from '../../core/kit/record-type.ts'
import { grantedRoles, personRoles } from '../../core/person/record.ts'
import { recordTypes } from '../../core/records.ts'
import { oneOfEach } from '../../test/builders/one-of-each.ts'
import { z } from 'zod'
import { execute } from '../engine/execute.ts'
import { trialSalt, trialSecret } from '../trial/district.ts'
import { trialEngines } from '../trial/engines.ts'
import { actorAs, callOf } from '../trial/people.ts'
import type { DistrictStore } from './open.ts'
import { openDistrict } from './open.ts'
import { pageRowsMax } from './page.ts'

/**
 * Who reads what: one line for every kind of record in every state that matters. `all`: everybody in the district;
 * `owner` and `reader`: that person, whatever their roles; `coach` and `officer`: who has that role in the district, or
 * in a school or team where the record's person works; `any`: in some school or team, whichever; `of all`: in the
 * district alone, where an administrator is also named. A role that is not named gets nothing.
 */
type Who =
  | ('all' | 'owner' | 'reader')
  | ('coach' | 'officer' | 'any coach' | 'any officer')
  | ('officer of all' | 'administrator of all')

interface Line {
  readonly reads: readonly Who[]
  /** What everybody gets of it. */
  readonly everybodysPart?: readonly string[]
}

const nobody: Line = { reads: [] }
const everybody: Line = { reads: ['all'] }
// A plan is for learning: no evaluator reads it (security.md, P3).
const ownersAlone: Line = { reads: ['owner'] }

const policy: Readonly<Record<string, Line>> = {
  person: everybody,
  school: everybody,
  'school of others': everybody,
  team: everybody,
  'device-key': { reads: ['owner', 'any coach', 'any officer'] },
  district: everybody,
  'framework of the district': everybody,
  'framework of one’s own': ownersAlone,
  'competency of the district': everybody,
  'competency of one’s own': ownersAlone,
  'micro-credential': everybody,
  goal: ownersAlone,
  'goal published': everybody,
  activity: ownersAlone,
  'activity of a goal published': ownersAlone,
  'check-in': ownersAlone,
  evidence: ownersAlone,
  draft: ownersAlone,
  'claim draft': ownersAlone,
  'claim submitted': ownersAlone,
  'claim incomplete': ownersAlone,
  'claim free': { reads: ['owner', 'coach'] },
  // Not an office: it gives one back without a sight of it (`district/claim/being-read.ts`).
  'claim taken': { reads: ['owner', 'reader', 'coach'] },
  'claim not yet': { reads: ['owner', 'reader'] },
  'claim earned': { reads: ['owner', 'reader', 'officer'] },
  'claim free, of no school': { reads: ['owner', 'coach'] },
  'claim earned, of no school': { reads: ['owner', 'reader', 'officer'] },
  'claim withdrawn': ownersAlone,
  // Not even its owner: a reading is its reader's, what it says stands in the claim once it is finished.
  'review reading': { reads: ['reader'] },
  'review returned': { reads: ['reader'] },
  'review finalised': { reads: ['reader', 'officer'] },
  'joint-act': { reads: ['officer of all'] },
  'password-set': ownersAlone,
  'in-charge': nobody,
  'role-request': { reads: ['reader', 'officer of all', 'administrator of all'] },
  'key-change': { reads: ['officer of all', 'administrator of all'] },
  'endorsement offered': { reads: ['officer of all'] },
  'endorsement accepted': everybody,
  'endorsement of a badge': { reads: ['owner', 'officer'] },
  'endorsement of a badge, withdrawn': { reads: ['officer'] },
  // The district's own word is public.
  'given-endorsement': everybody,
  'given-endorsement signed': everybody,
  'given-endorsement withdrawn': everybody,
  'revoking-pace': { reads: ['officer of all'] },
  'review finalised, of no school': { reads: ['reader', 'officer'] },
  'badge signed, of no school': { reads: ['owner', 'officer'] },
  'badge approved': { reads: ['owner', 'officer'] },
  'badge suspended': { reads: ['owner', 'officer'] },
  'badge of an earned claim': { reads: ['owner', 'officer'] },
  'badge superseded': { reads: ['owner', 'officer'] },
  'badge signed': { reads: ['owner', 'officer'] },
  'badge revoked': { reads: ['owner', 'officer'] },
  issuer: nobody,
  'status-list': nobody,
  'trust-bundle': everybody,
  // Who runs the district decides about it; the person knows once a second one was asked.
  'erasure asked': { reads: ['owner', 'officer of all', 'administrator of all'] },
  'erasure begun': { reads: ['officer of all', 'administrator of all'] },
  'erasure counted': { reads: ['officer of all', 'administrator of all'] },
  // Everybody's computer lets go of what it still holds, and is told nothing else.
  'erasure done': {
    reads: ['officer of all', 'administrator of all'],
    everybodysPart: ['state', 'erasedAt'],
  },
  hold: { reads: ['officer of all', 'administrator of all'] },
  // What is decided about other issuers' badges is for the office of the whole district.
  cause: { reads: ['officer of all'] },
}

interface Viewer {
  readonly person: string
  readonly roles: readonly Role[]
  readonly grants: readonly Grant[]
}

/** All the roles a person may have at once, from none to all four. */
const roleSets = Array.from({ length: 2 ** personRoles.length }, (_, bits) =>
  personRoles.filter((_role, at) => (bits & (1 << at)) !== 0),
)
/** Each role in Maya's school, in her team, in another school; two of them together; and one beside the same in the district. */
const oneGrant = grantedRoles.flatMap(role =>
  ['linden', 'grade-4', 'mill-creek'].map(unit => [{ role, within: unit }]),
)
const holdings: readonly Omit<Viewer, 'person'>[] = [
  ...roleSets.map(roles => ({ roles, grants: [] })),
  ...oneGrant.map(grants => ({ roles: ['educator' as const], grants })),
  ...[
    { roles: ['coach' as const], grants: [{ role: 'officer' as const, within: 'mill-creek' }] },
    { roles: ['officer' as const], grants: [{ role: 'coach' as const, within: 'linden' }] },
    {
      roles: [],
      grants: [
        { role: 'coach' as const, within: 'mill-creek' },
        { role: 'officer' as const, within: 'linden' },
      ],
    },
    { roles: ['coach' as const], grants: [{ role: 'coach' as const, within: 'linden' }] },
  ],
]
const viewers: readonly Viewer[] = ['maya', 'jonah', 'someone'].flatMap(person =>
  holdings.map(holding => ({ person, ...holding })),
)

/** Said here anew, and not by `core/access`: what is tried must not be what it is tried by. */
function isAmong(who: Who, body: object, { person, roles, grants }: Viewer): boolean {
  const placedIn = 'units' in body && Array.isArray(body.units) ? body.units : []
  const isGranted = (role: Role, isIn: (unit: string) => boolean) =>
    roles.includes(role) || grants.some(grant => grant.role === role && isIn(grant.within))
  const readers: Readonly<Record<Who, () => boolean>> = {
    all: () => true,
    owner: () => person === 'maya',
    reader: () => person === 'jonah',
    coach: () => isGranted('coach', unit => placedIn.includes(unit)),
    officer: () => isGranted('officer', unit => placedIn.includes(unit)),
    'any coach': () => isGranted('coach', () => true),
    'any officer': () => isGranted('officer', () => true),
    'officer of all': () => roles.includes('officer'),
    'administrator of all': () => roles.includes('administrator'),
  }
  return readers[who]()
}

/** The body as the policy gives it to a viewer; `undefined`: nothing. */
function allowed(line: Line, body: object, viewer: Viewer): object | undefined {
  if (line.reads.some(who => isAmong(who, body, viewer))) return body
  const shown = line.everybodysPart
  if (shown !== undefined)
    return Object.fromEntries(Object.entries(body).filter(([field]) => shown.includes(field)))
  return undefined
}

test('every kind of record has its lines in the policy, and every line its record', () => {
  expect(oneOfEach.map(one => one.what).toSorted()).toEqual(Object.keys(policy).toSorted())
  const kinds = new Set(oneOfEach.map(one => one.type.kind))
  expect([...kinds].toSorted()).toEqual(recordTypes.map(type => type.kind).toSorted())
})

/** Puts the records there as they are: what is tried is who gets them. */
const putThere = command({
  name: 'trial.put',
  where: 'district',
  input: z.object({ at: z.int() }),
  needs: q => q.none(),
  right: () => true,
  decide(_s, { at }) {
    const one = oneOfEach[at]
    if (one === undefined) return { changes: [] }
    const { kind, id, v, body } = one.rec
    return { changes: [{ do: 'create', key: keyOf(kind, id), v, body }] }
  },
})

const engines = trialEngines()
afterAll(() => engines.forEach(engine => engine.stop()))

describe.each(engines)('on $name', engine => {
  let store: DistrictStore
  beforeAll(async () => {
    store = await openDistrict(await engine.fresh(), {
      types: recordTypes,
      build: 'trial',
      cursorSecret: trialSecret,
      salt: () => trialSalt,
    })
    const system = actorAs('district', 'district', 'system')
    for (const at of oneOfEach.keys()) {
      const { status } = await execute(store, putThere, callOf(system, { at }))
      expect(status).toBe('applied')
    }
  })
  afterAll(() => store.close())

  test.each(viewers)(
    '$person as $roles, within $grants, is sent exactly what the policy gives',
    async viewer => {
      const reply = await store.page({
        person: viewer.person,
        device: 'dev',
        streams: streamsOf(viewer),
        cursor: '',
        limitRows: pageRowsMax,
        now: 1,
      })
      const sent = new Map<string, object>()
      const ops = 'ops' in reply ? reply.ops : []
      // A record comes once for each of the streams that hold it: what a person knows is all of it together.
      for (const [, kind, id, , , body] of ops)
        sent.set(keyOf(kind, id), { ...sent.get(keyOf(kind, id)), ...body })
      const given = oneOfEach.flatMap(({ what, rec }) => {
        const body = allowed(policy[what] ?? nobody, rec.body, viewer)
        return body === undefined ? [] : [[keyOf(rec.kind, rec.id), body] as const]
      })
      expect(Object.fromEntries(sent)).toEqual(Object.fromEntries(given))
      // And what a question of theirs finds is the same.
      const seen = store.seen(streamsOf(viewer))
      for (const { type, rec } of oneOfEach) {
        const found = await seen.get(type, rec.id)
        expect(found?.rec.body).toEqual(sent.get(keyOf(rec.kind, rec.id)))
      }
    },
  )
})
