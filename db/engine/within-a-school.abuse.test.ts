import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commands } from '../../core/commands.ts'
import type { CommandName } from '../../core/commands.ts'
import type { Actor } from '../../core/kit/command.ts'
import { grantedRoles, personRoles, PersonRecord, type Person } from '../../core/person/record.ts'
import { InChargeRecord, inChargeId } from '../../core/person/in-charge.ts'
import { RoleRequestRecord } from '../../core/person/role-request.ts'
import { UnitRecord } from '../../core/person/unit.ts'
import { recordTypes } from '../../core/records.ts'
import { aMicroCredential } from '../../test/builders/micro-credential.ts'
import { oneOfEach } from '../../test/builders/one-of-each.ts'
import { aRec } from '../../test/builders/rec.ts'
import type { StoredRec } from '../records/kinds.ts'
import { kindsOf } from '../records/kinds.ts'
import type { Held } from '../trial/held.ts'
import { heldOf, recordsOf } from '../trial/held.ts'
import { callOf } from '../trial/people.ts'

/**
 * An administrator of Linden Elementary (with its Grade 4) tries whatever there is: however many commands, about
 * whomever, with whatever in them, what lies outside the school stays as it was, and nobody gets more than the school.
 */
const inside = ['linden', 'grade-4', 'new-team']
const outside = ['mill-creek', 'grade-5']

const person = (name: string, more: Partial<Person>): Person => ({
  ...{ name, place: '', roles: ['educator'] },
  ...more,
})
const people = {
  principal: person('Prin Cipal', {
    ...{ units: ['linden'], grants: [{ role: 'administrator', within: 'linden' }] },
  }),
  maya: person('Maya', { units: ['grade-4'] }),
  nell: person('Nell', { units: ['linden'], grants: [{ role: 'coach', within: 'linden' }] }),
  both: person('Two schools', { units: ['linden', 'mill-creek'] }),
  there: person('There', { units: ['mill-creek'] }),
  lead: person('Lead', { units: ['linden'], roles: ['educator', 'coach'] }),
  visitor: person('Visitor', {
    ...{ units: ['linden'], grants: [{ role: 'officer', within: 'mill-creek' }] },
  }),
  director: person('Director', { roles: ['educator', 'administrator'] }),
  nowhere: person('Nowhere', {}),
}
/** Whom a principal manages: those whose every place and right lies in the school. */
const theirs = ['maya', 'nell']

const elsewhere = oneOfEach
  .filter(({ type }) => ['claim', 'review', 'badge'].includes(type.kind))
  .map(({ rec }) => ({ ...rec, id: `${rec.id}-elsewhere` }))
  .map(rec => ({ ...rec, body: { ...rec.body, units: ['grade-5', 'mill-creek'] } }))
const world = heldOf(
  recordsOf([
    ...oneOfEach
      .filter(({ type }) => !['person', 'unit', 'in-charge', 'role-request'].includes(type.kind))
      .map(one => one.rec),
    aRec(InChargeRecord, inChargeId, { administrators: ['director'], officers: [] }),
    aRec(RoleRequestRecord, 'request', {
      ...{ person: 'both', roles: ['officer'], grants: [], state: 'asked' },
      ...{ askedBy: 'director', askedAt: 1 },
    }),
    ...elsewhere.map(rec =>
      rec.kind === 'claim'
        ? { ...rec, body: { ...rec.body, code: rec.id } }
        : { ...rec, body: { ...rec.body, ...elsewhereIn(rec.body) } },
    ),
    ...Object.entries(people).map(([id, body]) => aRec(PersonRecord, id, body)),
    aRec(UnitRecord, 'linden', { kind: 'school', name: 'Linden' }),
    aRec(UnitRecord, 'grade-4', { kind: 'team', name: 'Grade 4', school: 'linden' }),
    aRec(UnitRecord, 'mill-creek', { kind: 'school', name: 'Mill Creek' }),
    aRec(UnitRecord, 'grade-5', { kind: 'team', name: 'Grade 5', school: 'mill-creek' }),
  ]),
  kindsOf(recordTypes),
)

/** A claim there names a reading and a badge of its own. */
function elsewhereIn(body: object): object {
  const claim = 'claim' in body && typeof body.claim === 'string' ? body.claim : ''
  return {
    claim: `${claim}-elsewhere`,
    ...('statusIndex' in body ? { statusIndex: undefined } : {}),
  }
}

const unit = fc.constantFrom('linden', 'grade-4', 'mill-creek', 'grade-5', 'new-team', 'none')
const anyPerson = fc
  .record({
    roles: fc.oneof(
      { weight: 3, arbitrary: fc.constant(['educator' as const]) },
      fc.subarray([...personRoles]),
    ),
    units: fc.option(
      fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(['linden'], ['grade-4'], ['grade-4', 'linden']) },
        fc.uniqueArray(unit, { maxLength: 3 }),
      ),
      { nil: undefined },
    ),
    grants: fc.option(
      fc.array(fc.record({ role: fc.constantFrom(...grantedRoles), within: unit }), {
        maxLength: 3,
      }),
      { nil: undefined },
    ),
  })
  .map(({ roles, units, grants }) => ({
    ...{ name: 'Changed', place: '', roles },
    ...(units === undefined ? {} : { units }),
    ...(grants === undefined ? {} : { grants }),
  }))
const idOf = (kind: string) =>
  fc.constantFrom(...[...world.records.values()].filter(r => r.kind === kind).map(r => r.id))
const named = <I extends object>(name: CommandName, input: fc.Arbitrary<I>) =>
  input.map(value => ({ name, input: value }))

const tries = fc.oneof(
  {
    weight: 8,
    arbitrary: named(
      'person.add',
      fc.record({
        id: fc.constantFrom(...Object.keys(people), 'somebody-new'),
        person: anyPerson,
      }),
    ),
  },
  named(
    'person.leave',
    fc.record({ person: fc.constantFrom(...Object.keys(people)), hasLeft: fc.boolean() }),
  ),
  named(
    'unit.add',
    fc.record({
      id: fc.constantFrom('new-team', 'linden', 'grade-5'),
      unit: fc.record(
        { kind: fc.constantFrom('school', 'team'), name: fc.constant('New'), school: unit },
        { requiredKeys: ['kind', 'name'] },
      ),
    }),
  ),
  named('role.agree', fc.record({ request: idOf('role-request') })),
  named('role.decline', fc.record({ request: idOf('role-request') })),
  named('unit.close', fc.record({ unit, isClosed: fc.boolean() })),
  named('unit.rename', fc.record({ unit, name: fc.constant('Other name') })),
  named('review.release', fc.record({ claim: idOf('claim') })),
  named('review.release-unseen', fc.record({ claim: idOf('claim') })),
  named('review.take', fc.record({ claim: idOf('claim') })),
  named('claim.withdraw', fc.record({ claim: idOf('claim') })),
  named('claim.seat', fc.record({ claim: idOf('claim'), badges: fc.constant(['b']) })),
  named('badge.approve', fc.record({ claim: idOf('claim') })),
  named('badge.revoke', fc.record({ badge: idOf('badge'), reason: fc.constant('Because.') })),
  named('goal.publish', fc.record({ goal: idOf('goal'), on: fc.boolean() })),
  named('goal.change', fc.record({ goal: idOf('goal'), set: fc.constant({ nowLevel: 'A' }) })),
  named('evidence.trash', fc.record({ evidence: idOf('evidence'), on: fc.boolean() })),
  named(
    'review.comment',
    fc.record({
      review: idOf('review'),
      criterion: fc.constant('c1'),
      text: fc.constant('x'),
      base: fc.constant(''),
    }),
  ),
  named(
    'district.change-holidays',
    fc.constant({ add: [{ day: '2026-11-25', name: 'Mine' }], remove: [] }),
  ),
  named('district.describe', fc.constant({ name: 'Mine', timeZone: 'UTC', holidays: [] })),
  named(
    'micro-credential.publish',
    fc.constant({
      id: 'mc-9',
      microCredential: aMicroCredential({ version: 9 }),
    }),
  ),
)

/** What the district lets an actor do: with what the directory says of them at that moment. */
function actorIn(held: Held, id: string): Actor {
  const body = PersonRecord.schema.parse(held.records.get(`person/${id}`)?.body)
  return { person: id, device: 'dev', roles: body.roles, grants: body.grants }
}

const isInside = (rec: StoredRec): boolean => {
  if (rec.kind === 'unit') return inside.includes(rec.id)
  const { units } = rec.body
  return Array.isArray(units) && units.some(one => one === 'linden' || one === 'grade-4')
}

function expectKept(before: Held, after: Held): void {
  for (const [key, rec] of after.records) {
    const was = before.records.get(key)
    if (was !== undefined && was.rev === rec.rev) continue
    if (rec.kind === 'person') {
      const isNew = was === undefined
      expect([
        key,
        isNew || rec.id === 'principal' || theirs.includes(rec.id) || rec.id === 'somebody-new',
      ]).toEqual([key, true])
      const { roles, units = [], grants = [] } = PersonRecord.schema.parse(rec.body)
      expect(roles.filter(role => role !== 'educator')).toEqual([])
      expect(
        [...units, ...grants.map(grant => grant.within)].filter(one => outside.includes(one)),
      ).toEqual([])
      if (rec.id === 'principal') {
        expect(grants.filter(grant => grant.role !== 'administrator')).toEqual([])
        expect(units).toEqual(['linden'])
      }
      continue
    }
    // A role of the office or administration of the school: to give it takes somebody in charge of the district.
    if (rec.kind === 'role-request') {
      const { roles, grants, askedBy } = RoleRequestRecord.schema.parse(rec.body)
      expect([roles, askedBy]).toEqual([[], 'principal'])
      expect(grants.filter(grant => !inside.includes(grant.within))).toEqual([])
      continue
    }
    if (rec.kind === 'unit' && was === undefined) {
      expect(rec.body).toMatchObject({ kind: 'team', school: 'linden' })
      continue
    }
    expect([key, isInside(rec)]).toEqual([key, true])
  }
}

test('whatever an administrator of a school does, it stays in the school, and nobody gets more than it', () => {
  let doneCount = 0
  fc.assert(
    fc.property(fc.array(tries, { minLength: 1, maxLength: 12 }), attempts => {
      let held = world
      for (const { name, input } of attempts) {
        const outcome = held.outcomeOf(commands[name], callOf(actorIn(held, 'principal'), input))
        if (!('writes' in outcome)) continue
        const after = held.after(outcome.writes)
        expectKept(held, after)
        held = after
        doneCount++
      }
    }),
    { numRuns: 2_000 },
  )
  // Else it would have been refused whatever it was.
  expect(doneCount).toBeGreaterThan(500)
})

test('nobody gives themselves a role or another school, not even an administrator of the district', () => {
  fc.assert(
    fc.property(anyPerson, given => {
      const actor = actorIn(world, 'director')
      const outcome = world.outcomeOf(
        commands['person.add'],
        callOf(actor, { id: 'director', person: given }),
      )
      if (!('writes' in outcome)) return
      const written = outcome.writes[0]?.rec
      const { roles, units = [], grants = [] } = PersonRecord.schema.parse(written?.body)
      expect(roles.filter(role => !actor.roles.includes(role))).toEqual([])
      expect(units).toEqual([])
      expect(grants.filter(grant => grant.role !== 'administrator')).toEqual([])
    }),
  )
})

test('an administrator is always left: who is one does not take the role from themselves, another takes it', () => {
  const director = actorIn(world, 'director')
  const made = (id: string, roles: Person['roles']) => {
    const input = { id, person: { name: 'Changed', place: '', roles } }
    return world.outcomeOf(commands['person.add'], callOf(director, input))
  }
  expect(made('director', ['educator'])).toMatchObject({
    refusal: { code: 'own_administration' },
  })
  expect(made('director', ['administrator'])).toHaveProperty('writes')
  expect(made('maya', ['administrator'])).toHaveProperty('writes')
  expect(made('principal', ['educator'])).toHaveProperty('writes')
})

test('a principal does manage their own: a teacher becomes a coach of the school, and another joins it', () => {
  const actor = actorIn(world, 'principal')
  const made = (id: string, more: Partial<Person>) =>
    world.outcomeOf(commands['person.add'], callOf(actor, { id, person: person('Changed', more) }))
  expect(
    made('maya', { units: ['linden'], grants: [{ role: 'coach', within: 'linden' }] }),
  ).toHaveProperty('writes')
  expect(made('new', { units: ['grade-4'] })).toHaveProperty('writes')
  expect(made('new', {})).toMatchObject({ refusal: { code: 'not_here' } })
  expect(
    made('principal', { units: ['linden'], grants: [{ role: 'coach', within: 'linden' }] }),
  ).toMatchObject({
    refusal: { code: 'own_rights' },
  })
  const released = { claim: 'c-taken' }
  expect(world.outcomeOf(commands['review.release'], callOf(actor, released))).toHaveProperty(
    'writes',
  )
})
