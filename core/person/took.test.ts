import { describe, expect, test } from 'vitest'
import { aContext, system, tuesday } from '../../test/builders/context.ts'
import { aRec } from '../../test/builders/rec.ts'
import type { Actor, Decision } from '../kit/command.ts'
import { addPerson } from './add.ts'
import { agreeRole } from './agree-role.ts'
import type { InCharge } from './in-charge.ts'
import { InChargeRecord, inChargeId } from './in-charge.ts'
import type { Person } from './record.ts'
import { PersonRecord } from './record.ts'
import { RoleRequestRecord } from './role-request.ts'
import { aloneAfterTakingMs, isLossOfTwo } from './took.ts'

// Who takes all others' roles away would be the only one, and need nobody's yes ever.

const ada: Actor = { person: 'ada', device: 'hers', roles: ['administrator'] }
const inCharge = (more: Partial<InCharge> = {}) =>
  aRec(InChargeRecord, inChargeId, { administrators: ['ada'], officers: [], ...more })
const bela: Person = { name: 'Bela', place: '', roles: ['educator', 'administrator'] }
const nell: Person = { name: 'Nell', place: '', roles: ['educator'] }

interface Doing {
  readonly by?: Actor
  readonly before?: Person | undefined
  readonly charge?: Partial<InCharge>
  readonly now?: number
}
const saying = (id: string, person: Person, { by = ada, before, charge, now = tuesday }: Doing) =>
  addPerson.decide(
    {
      person: before && aRec(PersonRecord, id, before),
      inCharge: inCharge(charge),
      ...{ waiting: undefined, erasure: undefined, units: [], schools: [] },
    },
    { id, person },
    aContext(by, { now, doneAt: now }),
  )
/** What the record of who is in charge becomes. */
const chargeAfter = (decision: Decision) => {
  const changes = 'changes' in decision ? decision.changes : []
  const change = changes.find(one => one.key === `in-charge/${inChargeId}`)
  return change?.do === 'patch' ? change.set : undefined
}
const naming = (doing: Doing = {}) =>
  saying('nell', { ...nell, roles: ['educator', 'officer'] }, { before: nell, ...doing })
const took = (at: number, by = 'ada') => ({ took: [{ by, at }] })

describe('who takes a role of the office or the administration from somebody', () => {
  test('does so at once, and it stays known that they did', () => {
    const taken = saying('bela', nell, {
      before: bela,
      charge: { administrators: ['ada', 'bela'] },
    })
    expect(chargeAfter(taken)).toEqual({ administrators: ['ada'], officers: [], ...took(tuesday) })
  })

  test('gives none alone for seven days by the district’s clock, and is told until when', () => {
    expect(aloneAfterTakingMs).toBe(7 * 86_400_000)
    const until = tuesday + aloneAfterTakingMs
    expect(naming({ charge: took(tuesday), now: until - 1 })).toMatchObject({
      refusal: { code: 'role_after_taking', facts: { name: 'Nell', at: until } },
    })
    expect(naming({ charge: took(tuesday), now: until })).toHaveProperty('changes')
    // A clock that says later changes nothing.
    const ahead = addPerson.decide(
      {
        ...{ person: aRec(PersonRecord, 'nell', nell), inCharge: inCharge(took(tuesday)) },
        ...{ waiting: undefined, erasure: undefined, units: [], schools: [] },
      },
      { id: 'nell', person: { ...nell, roles: ['officer'] } },
      aContext(ada, { now: until - 1, doneAt: until + 1 }),
    )
    expect(ahead).toHaveProperty('refusal')
  })

  test('is not locked out for years by a clock that was wrong on that day', () => {
    const year = 365 * 86_400_000
    expect(naming({ charge: took(tuesday + year) })).toHaveProperty('changes')
    // A clock that was put right by a minute says nothing else.
    expect(naming({ charge: took(tuesday + 60_000) })).toHaveProperty('refusal')
  })

  test('gives none within a school alone either, nor another role to whom they left one', () => {
    const grants = [{ role: 'officer' as const, within: 'linden' }]
    const within = addPerson.decide(
      {
        ...{ person: aRec(PersonRecord, 'nell', nell), inCharge: inCharge(took(tuesday)) },
        ...{ waiting: undefined, erasure: undefined, schools: [] },
        units: [
          { ...aRec(PersonRecord, 'linden', nell), body: { kind: 'school', name: 'Linden' } },
        ],
      },
      { id: 'nell', person: { ...nell, grants } },
      aContext(ada, { now: tuesday + 1 }),
    )
    expect(within).toMatchObject({ refusal: { code: 'role_after_taking' } })
    const left = { charge: { administrators: ['ada', 'bela'], ...took(tuesday) }, before: bela }
    const more: Person = { ...bela, roles: [...bela.roles, 'officer'] }
    expect(saying('bela', more, { ...left, now: tuesday + 1 })).toMatchObject({
      refusal: { code: 'role_after_taking' },
    })
  })

  test('still does everything else, and asks where there is somebody to ask', () => {
    const renamed = saying('nell', { ...nell, name: 'Nell B.' }, { charge: took(tuesday) })
    expect(renamed).toHaveProperty('changes')
    const coach: Person = { ...nell, roles: ['educator', 'coach'] }
    expect(saying('nell', coach, { charge: took(tuesday), before: nell })).toHaveProperty('changes')
    const asked = naming({ charge: { officers: ['ruth'], ...took(tuesday) } })
    expect(asked).toMatchObject({ changes: [{}, { body: { state: 'asked' } }] })
  })

  test('is one person: another who took nothing gives alone, and who ran the district counts as nobody', () => {
    expect(naming({ charge: took(tuesday, 'bela') })).toHaveProperty('changes')
    const bySystem = saying('bela', nell, {
      ...{ by: system, before: bela },
      charge: { administrators: ['ada', 'bela'] },
    })
    expect(chargeAfter(bySystem)).not.toHaveProperty('took')
    expect(naming({ by: system, charge: took(tuesday, 'district') })).toHaveProperty('changes')
  })

  test('is known by their last taking, and not for ever', () => {
    const later = tuesday + aloneAfterTakingMs
    const charge = {
      administrators: ['ada', 'bela'],
      took: [
        { by: 'ada', at: tuesday },
        { by: 'someone', at: tuesday },
        { by: 'other', at: later - 1 },
      ],
    }
    const taken = saying('bela', nell, { before: bela, charge, now: later })
    expect(chargeAfter(taken)).toMatchObject({
      took: [
        { by: 'other', at: later - 1 },
        { by: 'ada', at: later },
      ],
    })
  })

  test('is still known when somebody comes into charge by a second yes', () => {
    const request = aRec(RoleRequestRecord, 'r', {
      ...{ person: 'nell', roles: ['officer'], grants: [], state: 'asked' },
      ...{ askedBy: 'ada', askedAt: tuesday },
    })
    const agreed = agreeRole.decide(
      {
        ...{ request, inCharge: inCharge({ officers: ['ruth'], ...took(tuesday) }) },
        ...{ person: aRec(PersonRecord, 'nell', nell), asker: aRec(PersonRecord, 'ada', bela) },
        ...{ units: [], schools: [] },
      },
      { request: 'r' },
      aContext({ person: 'ruth', device: 'd', roles: ['officer'] }),
    )
    expect(chargeAfter(agreed)).toMatchObject({ officers: ['ruth', 'nell'], ...took(tuesday) })
  })
})

describe('such a role is lost', () => {
  const held = (roles: Person['roles'], ...within: string[]) => ({
    roles,
    grants: within.map(one => ({ role: 'officer' as const, within: one })),
  })
  test.each<[what: string, before: Parameters<typeof isLossOfTwo>[0], after: object, is: boolean]>([
    ['in the district', held(['officer', 'coach']), held(['coach']), true],
    ['within a school', held([], 'linden', 'alder'), held([], 'alder'), true],
    ['by holding it in a school only', held(['officer']), held([], 'linden'), true],
    ['not by holding it everywhere instead', held([], 'linden'), held(['officer']), false],
    ['not with a coach’s', held(['officer', 'coach']), held(['officer']), false],
    ['not by whoever is new', undefined, held(['officer']), false],
  ])('%s', (_what, before, after, is) => {
    expect(isLossOfTwo(before, { ...held([]), ...after })).toBe(is)
  })
})

test('giving up one’s own role of the office takes it from nobody', () => {
  const own: Person = { ...bela, roles: ['administrator', 'officer'] }
  const given = saying(
    'ada',
    { ...own, roles: ['administrator'] },
    {
      ...{ before: own, charge: { administrators: ['ada', 'bela'], officers: ['ada'] } },
    },
  )
  expect(chargeAfter(given)).toEqual({ administrators: ['ada', 'bela'], officers: [] })
})
