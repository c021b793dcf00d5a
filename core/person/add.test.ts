import { describe, expect, test } from 'vitest'
import { aContext, officer, system, tuesday } from '../../test/builders/context.ts'
import { aRec } from '../../test/builders/rec.ts'
import type { Erasure } from '../erasure/record.ts'
import { ErasureRecord } from '../erasure/record.ts'
import type { Actor } from '../kit/command.ts'
import type { Decision } from '../kit/command.ts'
import { addPerson } from './add.ts'
import { agreeRole } from './agree-role.ts'
import { declineRole } from './decline-role.ts'
import type { InCharge } from './in-charge.ts'
import { InChargeRecord, inChargeId } from './in-charge.ts'
import type { Person } from './record.ts'
import { PersonRecord } from './record.ts'
import type { RoleRequest } from './role-request.ts'
import { gainOfTwo, RoleRequestRecord, roleRequestMachine, roleRequestMs } from './role-request.ts'

const ada: Actor = { person: 'ada', device: 'hers', roles: ['administrator'] }
const inLinden: Actor = {
  ...{ person: 'theo', device: 'his', roles: ['educator'] },
  grants: [{ role: 'administrator', within: 'linden' }],
}
const inCharge = (administrators: readonly string[], officers: readonly string[] = []) =>
  aRec(InChargeRecord, inChargeId, {
    administrators: [...administrators],
    officers: [...officers],
  } satisfies InCharge)
const nell: Person = { name: 'Nell', place: '', roles: ['educator'] }
const aPerson = (more: Partial<Person> = {}, id = 'nell') =>
  aRec(PersonRecord, id, { ...nell, ...more })
const linden = { id: 'linden', body: { kind: 'school' as const, name: 'Linden' } }
const request = (more: Partial<RoleRequest> = {}) =>
  aRec(RoleRequestRecord, 'r', {
    ...{ person: 'nell', roles: ['officer'], grants: [], state: 'asked' },
    ...{ askedBy: 'ada', askedAt: tuesday, ...more },
  } satisfies RoleRequest)

type State = Parameters<typeof addPerson.decide>[0]
const unitRec = (unit: typeof linden) => ({ ...aPerson(), ...unit, kind: 'unit' })
const state = (more: Partial<State> = {}): State => ({
  ...{ person: undefined, inCharge: inCharge(['ada'], ['ruth']), waiting: undefined },
  erasure: undefined,
  units: [unitRec(linden)],
  schools: [],
  ...more,
})
const adding = (person: Partial<Person>, more: Partial<State> = {}, by: Actor = ada) =>
  addPerson.decide(state(more), { id: 'nell', person: { ...nell, ...person } }, aContext(by))
const changesOf = (decision: Decision) => ('changes' in decision ? decision.changes : [])
const bodies = (decision: Decision) =>
  changesOf(decision).map(change => [
    change.key,
    change.do === 'create' ? change.body : change.do === 'patch' ? change.set : undefined,
  ])

describe('a role of the office or the administration', () => {
  test('waits for another’s yes, and the rest of the entry counts at once', () => {
    expect(bodies(adding({ roles: ['educator', 'coach', 'officer'] }))).toMatchObject([
      ['person/nell', { roles: ['educator', 'coach'] }],
      [
        'role-request/role-request-1',
        { person: 'nell', roles: ['officer'], state: 'asked', askedBy: 'ada' },
      ],
    ])
    // Somebody who would be nothing else is entered without a role until then.
    expect(bodies(adding({ roles: ['administrator'] }))[0]).toMatchObject([
      'person/nell',
      { roles: [] },
    ])
  })

  test('within a school waits too, also where a school’s administrator gives it', () => {
    const given = {
      ...{ roles: ['educator' as const], units: ['linden'] },
      grants: [
        { role: 'coach' as const, within: 'linden' },
        { role: 'officer' as const, within: 'linden' },
      ],
    }
    expect(bodies(adding(given, {}, inLinden))).toMatchObject([
      ['person/nell', { grants: [{ role: 'coach', within: 'linden' }] }],
      ['role-request/role-request-1', { grants: [{ role: 'officer', within: 'linden' }] }],
    ])
  })

  test('asked for in place of one that somebody holds takes that at once, and it is noted who took it', () => {
    const person = aPerson({ grants: [{ role: 'officer', within: 'linden' }] })
    const wider = adding({ roles: ['educator', 'officer'], grants: [] }, { person })
    expect(Object.fromEntries(bodies(wider))).toMatchObject({
      'person/nell': { roles: ['educator'], grants: [] },
      'in-charge/in-charge': { took: [{ by: 'ada', at: tuesday }] },
    })
  })

  test('is given where there is nobody to ask, and noted for whoever comes later', () => {
    const alone = { inCharge: inCharge(['ada']) }
    expect(bodies(adding({ roles: ['officer'] }, alone))).toMatchObject([
      ['person/nell', { roles: ['officer'] }],
      ['in-charge/in-charge', { administrators: ['ada'], officers: ['nell'] }],
      ['role-request/role-request-1', { state: 'alone' }],
    ])
    // Whose role it is can’t be asked about it.
    const two = {
      inCharge: inCharge(['ada', 'nell']),
      person: aPerson({ roles: ['administrator'] }),
    }
    expect(bodies(adding({ roles: ['administrator', 'officer'] }, two)).at(-1)).toMatchObject([
      'role-request/role-request-1',
      { state: 'alone', roles: ['officer'] },
    ])
  })

  test('asked for otherwise is another request, so that a yes is to what was shown; a coach, and what is held, needs none', () => {
    const waiting = request({ roles: ['administrator'] })
    const before = { person: aPerson({ roles: [] }), waiting }
    expect(bodies(adding({ roles: ['officer'] }, before)).slice(-2)).toMatchObject([
      ['role-request/r', { state: 'withdrawn', decidedBy: 'ada' }],
      ['role-request/role-request-1', { roles: ['officer'], askedBy: 'ada', state: 'asked' }],
    ])
    // The same again stays as it is; where there is nobody left to ask, it waits no more.
    expect(bodies(adding({ roles: ['administrator'] }, before)).map(([key]) => key)).not.toContain(
      'role-request/role-request-1',
    )
    const alone = { ...before, inCharge: inCharge(['ada']) }
    expect(bodies(adding({ roles: ['administrator'] }, alone)).slice(-2)).toMatchObject([
      ['role-request/r', { state: 'withdrawn' }],
      ['role-request/role-request-1', { roles: ['administrator'], state: 'alone' }],
    ])
    // What somebody else asked for is not put aside by it.
    const others = request({ askedBy: 'someone' })
    expect(adding({ roles: ['officer'] }, { person: aPerson(), waiting: others })).toMatchObject({
      refusal: { code: 'role_request_waits' },
    })
    for (const roles of [['coach'], ['officer', 'coach']] as const) {
      const person = aPerson({ roles: ['officer'] })
      const keys = bodies(adding({ roles: [...roles] }, { person })).map(([key]) => key)
      expect(keys).not.toContain('role-request/role-request-1')
    }
    expect(
      gainOfTwo({ roles: ['officer'] }, { roles: [], grants: [{ role: 'officer', within: 'x' }] }),
    ).toEqual({ roles: [], grants: [] })
  })

  test('that was asked for and ran out makes way for another, whoever asked for it', () => {
    const late = { now: tuesday + roleRequestMs, doneAt: tuesday + roleRequestMs }
    const again = (more: Partial<RoleRequest>, by = ada) =>
      addPerson.decide(
        state({ person: aPerson(), waiting: request(more), inCharge: inCharge(['ada', 'bela']) }),
        { id: 'nell', person: { ...nell, roles: ['educator', 'officer'] } },
        aContext(by, late),
      )
    for (const askedBy of ['ada', 'bela'])
      expect(bodies(again({ askedBy })).slice(-2)).toMatchObject([
        ['role-request/r', { state: 'withdrawn' }],
        ['role-request/role-request-1', { state: 'asked', askedBy: 'ada', askedAt: late.now }],
      ])
    // Whom nothing waits for any more is not kept without a role.
    expect(
      addPerson.decide(
        state({ person: aPerson({ roles: [] }), waiting: request() }),
        { id: 'nell', person: { ...nell, roles: [] } },
        aContext(ada, late),
      ),
    ).toMatchObject({ refusal: { code: 'bad_input' } })
  })

  test('the district itself gives without asking: whoever runs it set it up', () => {
    const keys = bodies(adding({ roles: ['officer'] }, {}, system)).map(([key]) => key)
    expect(keys).toEqual(['person/nell', 'in-charge/in-charge'])
  })
})

describe('the second yes', () => {
  type Agreeing = Parameters<typeof agreeRole.decide>[0]
  const agreeing = (by: Actor, more: Partial<Agreeing> = {}) =>
    agreeRole.decide(
      {
        ...{ request: request(), inCharge: inCharge(['ada'], ['iris']), person: aPerson() },
        ...{ asker: aPerson({ roles: ['administrator'] }, 'ada'), units: [], schools: [] },
        ...more,
      },
      { request: 'r' },
      aContext(by),
    )

  test('gives the role, to what the person holds by then', () => {
    const person = aPerson({ roles: ['educator', 'coach'] })
    expect(bodies(agreeing(officer, { person }))).toMatchObject([
      ['role-request/r', { state: 'given', decidedBy: 'iris' }],
      ['person/nell', { roles: ['educator', 'coach', 'officer'] }],
      ['in-charge/in-charge', { officers: ['iris', 'nell'] }],
    ])
  })

  test('is nobody’s who asked, or whose role it is', () => {
    expect(agreeing(ada)).toMatchObject({ refusal: { code: 'role_request_own' } })
    const herself: Actor = { person: 'nell', device: 'd', roles: ['administrator'] }
    expect(agreeing(herself)).toMatchObject({ refusal: { code: 'own_rights' } })
  })

  test('comes too late where who asked may not give it any more', () => {
    for (const asker of [undefined, aPerson({ roles: ['coach'] }, 'ada')])
      expect(agreeing(officer, { asker })).toMatchObject({
        refusal: { code: 'role_request_ended' },
      })
  })

  test('comes too late after thirty days by the district’s clock, but never too late to look at what was given alone', () => {
    const late = tuesday + roleRequestMs
    const at = (now: number, more: Partial<RoleRequest> = {}) =>
      agreeRole.decide(
        {
          ...{ request: request(more), inCharge: inCharge(['ada'], ['iris']), person: aPerson() },
          ...{ asker: aPerson({ roles: ['administrator'] }, 'ada'), units: [], schools: [] },
        },
        { request: 'r' },
        aContext(officer, { now, doneAt: tuesday }),
      )
    expect(roleRequestMs).toBe(30 * 86_400_000)
    expect(at(late - 1)).toHaveProperty('changes')
    expect(at(late)).toMatchObject({ refusal: { code: 'act_ended', facts: { at: late } } })
    expect(at(late, { state: 'alone' })).toHaveProperty('changes')
  })

  test('may come afterwards, and then changes nothing else', () => {
    expect(bodies(agreeing(officer, { request: request({ state: 'alone' }) }))).toMatchObject([
      ['role-request/r', { state: 'given', decidedBy: 'iris' }],
    ])
  })

  test('can be a no, or be taken back by who asked; nothing leads out of either', () => {
    const ending = (by: Actor, state: RoleRequest['state'] = 'asked') =>
      declineRole.decide({ request: request({ state }) }, { request: 'r' }, aContext(by))
    expect(ending(officer)).toMatchObject({ changes: [{ set: { state: 'declined' } }] })
    expect(ending(ada)).toMatchObject({ changes: [{ set: { state: 'withdrawn' } }] })
    for (const state of ['alone', 'given', 'declined', 'withdrawn'] as const)
      expect(ending(officer, state)).toMatchObject({ refusal: { code: 'role_request_state' } })
    for (const state of ['given', 'declined', 'withdrawn'] as const)
      expect(roleRequestMachine[state]).toEqual({})
  })
})

describe('the last administrator', () => {
  const bela: Actor = { person: 'bela', device: 'd', roles: ['administrator'] }
  const demoting = (administrators: readonly string[], by: Actor) =>
    adding(
      { roles: ['educator'] },
      { person: aPerson({ roles: ['administrator'] }), inCharge: inCharge(administrators) },
      by,
    )

  test('stays, whoever says otherwise: another whose own role ended meanwhile, or the district itself', () => {
    for (const by of [bela, system])
      expect(demoting(['nell'], by)).toMatchObject({ refusal: { code: 'last_administrator' } })
    expect(bodies(demoting(['nell', 'bela'], bela))).toMatchObject([
      ['person/nell', { roles: ['educator'] }],
      ['in-charge/in-charge', { administrators: ['bela'] }],
    ])
  })

  test('roles that were set later than this stay, and so does who is in charge', () => {
    const person = {
      ...aPerson({ roles: ['administrator'] }),
      clocks: { roles: '9999999999999-0000-later' },
    }
    const decision = adding({ roles: ['educator'] }, { person, inCharge: inCharge(['nell']) }, bela)
    expect(bodies(decision).map(([key]) => key)).toEqual(['person/nell'])
    expect(bodies(decision)[0]?.[1]).not.toHaveProperty('roles')
  })
})

test('who is in no directory any more, since their record is being erased or was, is not entered again', () => {
  const erasure = (more: Partial<Erasure>) =>
    aRec(ErasureRecord, 'nell', { state: 'agreed', dueAt: 1, ...more } satisfies Erasure)
  for (const more of [{}, { state: 'erased' as const }, { isReplayed: true }])
    expect(adding({}, { erasure: erasure(more) })).toMatchObject({
      refusal: { code: 'person_erased' },
    })
  const called = erasure({ state: 'called_off' })
  expect(bodies(adding({}, { erasure: called }))).toHaveLength(1)
  // In the days before it can still be called off.
  const renamed = adding({ name: 'Nell B.' }, { erasure: erasure({}), person: aPerson() })
  expect(changesOf(renamed)).toHaveLength(1)
})
