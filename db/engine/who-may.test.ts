import { describe, expect, test } from 'vitest'
import { commands } from '../../core/commands.ts'
import type { CommandName } from '../../core/commands.ts'
import { ownCompetencyId, ownFrameworkId } from '../../core/competency/own-id.ts'
import type { Actor, Role } from '../../core/kit/command.ts'
import type { RefusalCode } from '../../core/kit/refusal.ts'
import { grantedRoles, personRoles } from '../../core/person/record.ts'
import { recordTypes } from '../../core/records.ts'
import { aMicroCredential } from '../../test/builders/micro-credential.ts'
import { allHold, given } from '../../test/builders/given-endorsement.ts'
import { oneOfEach, placed } from '../../test/builders/one-of-each.ts'
import { aSigned } from '../../test/builders/signed.ts'
import { kindsOf } from '../records/kinds.ts'
import { heldOf, recordsOf } from '../trial/held.ts'
import { actorAs, callOf } from '../trial/people.ts'
import type { Verdict } from './decide.ts'

/** Who acts: in what they hold, and in what they are to Maya's record, of which Jonah is the reader. */
type Who = (actor: Actor) => boolean

const anybody: Who = () => true
const owner: Who = actor => actor.person === 'maya'
const reader: Who = actor => actor.person === 'jonah'
/** In the whole district. */
const has =
  (...roles: readonly Role[]): Who =>
  actor =>
    roles.some(role => actor.roles.includes(role))
/** In the district, or where Maya works: in Linden Elementary or its Grade 4. */
const over =
  (...roles: readonly Role[]): Who =>
  actor =>
    has(...roles)(actor) ||
    (actor.grants ?? []).some(
      grant => roles.includes(grant.role) && placed.units.includes(grant.within),
    )
const both =
  (...all: readonly Who[]): Who =>
  actor =>
    all.every(who => who(actor))

/** One line of the policy: who may do it, to what, and what is refused to those who may, by who they are to it. */
interface Line {
  readonly may: Who
  readonly input: object
  readonly refused?: readonly (readonly [who: Who, code: RefusalCode])[]
}

const text = { text: 'new', base: '' }
const settled = { text: 'new', seen: { stored: '', aside: '' } }
const signed = aSigned('manifest', '')
const cause = { standing: 'unknown', mark: 'trust', code: 'ISSUER', issuer: 'did:web:x' }
const framework = {
  ...{ title: 'Teaching', creator: 'State', source: 'file', uri: 'https://state.example/f' },
  ...{ itemsCount: 1, levels: [] },
}
const competency = (of: string) => ({
  ...{ framework: of, code: 'T.1', statement: 'Asks.', kind: 'Standard', position: 0, levels: [] },
})
const readersOwn: Who = both(reader, over('coach'))
const district: Who = has('system')

/** Every command there is: one that is missing here does not compile. */
const policy: Readonly<Record<CommandName, Line>> = {
  'goal.add': { may: anybody, input: { layer: 'personal', title: 'Listen' } },
  'goal.write': { may: owner, input: { goal: 'g', field: 'why', ...text } },
  'goal.settle': { may: owner, input: { goal: 'g', field: 'why', ...settled } },
  'goal.change': { may: owner, input: { goal: 'g', set: { nowLevel: 'A' } } },
  'goal.link': { may: owner, input: { goal: 'g', to: 'competencies', id: 'k', on: true } },
  'goal.publish': { may: both(owner, has('administrator')), input: { goal: 'g', on: true } },
  'activity.add': { may: owner, input: { goal: 'g', title: 'Ask' } },
  'activity.change': { may: owner, input: { activity: 'a', set: { title: 'Ask more' } } },
  'plan.check-in': {
    may: owner,
    input: { goal: 'g', on: '2026-11-24', tried: 'x', saw: 'y', next: 'z' },
  },
  'evidence.keep': {
    may: anybody,
    input: { kind: 'reflection', title: 'Seen', text: 'x', happenedOn: '2026-11-20' },
  },
  'evidence.write': { may: owner, input: { evidence: 'e', field: 'note', ...text } },
  'evidence.settle': { may: owner, input: { evidence: 'e', field: 'note', ...settled } },
  'evidence.describe': { may: owner, input: { evidence: 'e', set: { released: true } } },
  'evidence.link': { may: owner, input: { evidence: 'e', to: 'goals', id: 'g', on: true } },
  'evidence.trash': { may: owner, input: { evidence: 'e', on: true } },
  'evidence.delete': {
    may: owner,
    input: { evidence: 'e', claims: [] },
    // It does not lie in the trash.
    refused: [[owner, 'changed_since']],
  },
  'claim.start': { may: anybody, input: { microCredential: 'mc', code: 'questions' } },
  'claim.write': {
    may: owner,
    input: { claim: 'c', prompt: 'context', on: '2026-11-24', ...text },
  },
  'claim.settle': { may: owner, input: { claim: 'c', prompt: 'context', ...settled } },
  'claim.bring': {
    may: owner,
    input: { claim: 'c', words: { context: 'x' }, filled: {}, aiUse: '', days: [] },
  },
  'claim.fill': { may: owner, input: { claim: 'c', slot: 'work', evidence: 'e', place: 1 } },
  'claim.attest': { may: owner, input: { claim: 'c', set: { ready: true } } },
  'claim.submit': { may: owner, input: { claim: 'c', manifest: '{}', signed, submittedAt: 1 } },
  'claim.withdraw': { may: owner, input: { claim: 'c-free' } },
  'claim.precheck': { may: district, input: { claim: 'c-submitted', attempt: 1, unreadable: [] } },
  'review.take': {
    may: over('coach'),
    input: { claim: 'c-free' },
    refused: [[owner, 'review_own_work']],
  },
  'review.rate': { may: readersOwn, input: { review: 'c-taken', criterion: 'c1', rank: 2 } },
  'review.comment': { may: readersOwn, input: { review: 'c-taken', criterion: 'c1', ...text } },
  'review.anchor': {
    may: readersOwn,
    input: {
      ...{ review: 'c-taken', criterion: 'c1', mark: 'm' },
      anchor: { place: 'answer:context' },
    },
  },
  'review.mask': {
    may: readersOwn,
    input: { review: 'c-taken', mark: 'n', anchor: { place: 'answer:context' } },
  },
  'review.spend': { may: readersOwn, input: { review: 'c-taken', activeMs: 10 } },
  'review.finish': {
    may: readersOwn,
    input: { review: 'c-taken', ratings: '{}', signed, finishedAt: 1 },
  },
  'review.give-back': { may: readersOwn, input: { review: 'c-taken' } },
  'review.release': {
    may: over('officer', 'administrator'),
    input: { claim: 'c-taken' },
    refused: [[owner, 'review_own_work']],
  },
  'review.release-unseen': {
    may: over('officer', 'administrator'),
    input: { claim: 'c-taken' },
    refused: [[owner, 'review_own_work']],
  },
  'badge.approve': {
    may: over('officer'),
    input: { claim: 'c-earned' },
    // Nobody issues to themselves, nor what they have judged.
    refused: [
      [owner, 'badge_own'],
      [reader, 'badge_own'],
    ],
  },
  'claim.set-aside': {
    may: over('officer'),
    input: { claim: 'c-earned', reason: 'Not what was signed.' },
    refused: [
      [owner, 'badge_own'],
      [reader, 'badge_own'],
    ],
  },
  'claim.take-up': {
    may: over('officer'),
    input: { claim: 'c-earned' },
    refused: [
      [owner, 'badge_own'],
      [reader, 'badge_own'],
    ],
  },
  'badge.sign': {
    may: district,
    input: { badge: 'b-approved', credential: '{}', statusIndex: 9, canBeSuspended: true },
  },
  'badge.resign': {
    may: district,
    input: { badge: 'b', instead: '{}', credential: '{"again":true}' },
  },
  'badge.suspend': {
    // The district itself brings one back that an older copy of its record has forgotten.
    may: actor => over('officer')(actor) || district(actor),
    input: { badge: 'b', reason: 'Looked into.' },
    refused: [[owner, 'badge_own']],
  },
  'badge.resume': {
    may: over('officer'),
    input: { badge: 'b-suspended', reason: 'Cleared.' },
    refused: [[owner, 'badge_own']],
  },
  'badge.supersede': {
    may: over('officer'),
    input: { badge: 'b-anew', correction: 'A name.' },
    refused: [
      [owner, 'badge_own'],
      [reader, 'badge_own'],
    ],
  },
  'badge.revoke': {
    may: over('officer'),
    input: { badge: 'b', reason: 'A mistake.' },
    refused: [[owner, 'badge_own']],
  },
  'act.propose': {
    may: has('officer'),
    input: { badges: ['b'], reason: 'A mistake.' },
    refused: [[owner, 'badge_own']],
  },
  'act.confirm': {
    may: has('officer'),
    input: { act: 'act' },
    // Whose badge is among them, and who proposed it.
    refused: [
      [owner, 'badge_own'],
      [reader, 'act_own'],
    ],
  },
  'act.decline': { may: has('officer'), input: { act: 'act', why: '' } },
  'act.revoke': { may: district, input: { act: 'act', badge: 'b' } },
  'act.finish': { may: district, input: { act: 'act', done: 1, left: 0 } },
  'key-change.ask': {
    may: has('officer', 'administrator'),
    input: { what: 'rotate', reason: 'Once a year.' },
  },
  'key-change.agree': {
    may: has('officer', 'administrator'),
    input: { change: 'key-change' },
    refused: [[reader, 'key_change_own']],
  },
  'key-change.decline': { may: has('officer', 'administrator'), input: { change: 'key-change' } },
  'key-change.note': {
    may: district,
    input: { what: 'rotate', reason: 'Once a year.', change: 'key-change', at: 2 },
  },
  'endorsement.offer': { may: has('officer'), input: { microCredential: 'mc', text: '{}' } },
  'endorsement.offer-badge': {
    may: over('officer'),
    input: { badge: 'b', text: '{}' },
    refused: [[owner, 'badge_own']],
  },
  'endorsement.judge': {
    may: district,
    input: { endorsement: 'endorsement-offered', verdict: { overall: 'indeterminate' } },
  },
  'endorsement.withdraw': {
    may: over('officer'),
    input: { endorsement: 'endorsement-of-badge', reason: 'A mistake.' },
    refused: [[owner, 'badge_own']],
  },
  // The whole district's word: a role within a school is not enough.
  'endorsement.give': {
    may: has('officer', 'administrator'),
    input: {
      ...{ endorsed: given.endorsed, comment: 'Counts with us.' },
      ...{ answers: allHold, isKnowing: false },
    },
  },
  'endorsement.sign': {
    may: district,
    input: { endorsement: 'given', credential: '{}', statusIndex: 17 },
  },
  'endorsement.leave-unsigned': {
    may: district,
    input: { endorsement: 'given', code: 'ABOUT_ITSELF' },
  },
  'endorsement.resign': {
    may: district,
    input: { endorsement: 'given-signed', instead: '{}', credential: '{"again":true}' },
  },
  'endorsement.take-back': {
    // The district itself again, of what an older copy of its record has forgotten.
    may: has('officer', 'administrator', 'system'),
    input: { endorsement: 'given-signed', reason: 'A mistake.' },
  },
  'erasure.begin': {
    may: has('officer', 'administrator'),
    input: { person: 'maya', ground: 'wish' },
    refused: [[owner, 'erasure_own']],
  },
  'erasure.count': {
    may: district,
    input: {
      person: 'lucia',
      plan: {
        ...{ goals: 0, goalsPublished: 0, activities: 0, checkIns: 0, evidence: 0, files: 0 },
        ...{ bytes: 0, claims: {}, readings: 0, readingsOpen: 0, badges: {}, computers: 0 },
      },
    },
  },
  'erasure.ask': {
    may: has('officer', 'administrator'),
    input: { person: 'maya' },
    refused: [[owner, 'erasure_own']],
  },
  'erasure.agree': {
    may: has('officer', 'administrator'),
    input: { person: 'maya' },
    // Whose record it is, and who asked.
    refused: [
      [owner, 'erasure_own'],
      [reader, 'erasure_same'],
    ],
  },
  'erasure.call-off': { may: has('officer', 'administrator'), input: { person: 'maya' } },
  'erasure.part': { may: district, input: { person: 'maya', kind: 'goal', ids: ['g'] } },
  'erasure.finish': { may: district, input: { person: 'maya', erasedAt: 1 } },
  'erasure.replay': {
    may: district,
    input: { person: 'maya', askedBy: 'jonah', agreedBy: 'iris', erasedAt: 1 },
  },
  'hold.put': {
    may: has('officer', 'administrator'),
    input: { person: 'maya', reason: 'A letter.' },
    refused: [[owner, 'erasure_own']],
  },
  'hold.lift': { may: has('officer', 'administrator'), input: { person: 'sam' } },
  'cause.decide': {
    may: has('officer'),
    input: { cause, choice: 'left', reason: 'Seen.', until: 1_900_000_000_000 },
  },
  'cause.undo': { may: has('officer'), input: { decision: 'cause' } },
  'issuer.publish': {
    may: district,
    input: { id: 'i', issuer: { did: 'd', name: 'n', document: '{}', fetchedAt: 2 } },
  },
  'status-list.publish': {
    may: district,
    input: { id: 's', list: { url: 'https://x', credential: '{}', publishedAt: 2 } },
  },
  'trust-bundle.publish': { may: district, input: { text: '{}', createdAt: 2 } },
  'person.add': {
    may: has('administrator', 'system'),
    input: { id: 'nell', person: { name: 'Nell', place: '', roles: ['educator'] } },
  },
  'person.leave': {
    may: actor => over('administrator')(actor) || district(actor),
    input: { person: 'maya', hasLeft: true },
    refused: [[owner, 'own_leaving']],
  },
  'role.agree': {
    may: has('officer', 'administrator'),
    input: { request: 'role-request' },
    // Whose role it is, and who asked for it.
    refused: [
      [owner, 'own_rights'],
      [reader, 'role_request_own'],
    ],
  },
  'role.decline': {
    may: actor => reader(actor) || has('officer', 'administrator')(actor),
    input: { request: 'role-request' },
  },
  'in-charge.count': { may: district, input: { people: ['maya'] } },
  'district.describe': {
    may: has('administrator', 'system'),
    input: { name: 'Alder', timeZone: 'America/Chicago', holidays: [] },
  },
  'district.change-holidays': {
    may: has('administrator', 'system'),
    input: { add: [{ day: '2026-11-26', name: 'Thanksgiving' }], remove: [] },
  },
  'device-key.publish': {
    may: district,
    input: { device: 'new', key: { person: 'maya', publicKey: '0'.repeat(64), joinedAt: 1 } },
  },
  'password.note-set': {
    may: district,
    input: { person: 'nell', at: 2, device: 'dev', computer: 'A laptop' },
  },
  'unit.add': {
    may: has('administrator', 'system'),
    input: { id: 'alder', unit: { kind: 'school', name: 'Alder High' } },
  },
  'unit.close': {
    may: actor =>
      has('administrator', 'system')(actor) ||
      (actor.grants ?? []).some(
        grant => grant.role === 'administrator' && grant.within === 'linden',
      ),
    input: { unit: 'linden', isClosed: true },
  },
  'unit.rename': {
    may: actor =>
      has('administrator', 'system')(actor) ||
      (actor.grants ?? []).some(
        grant => grant.role === 'administrator' && grant.within === 'linden',
      ),
    input: { unit: 'linden', name: 'Linden School' },
  },
  'claim.seat': { may: district, input: { claim: 'c-taken', badges: ['b'] } },
  'micro-credential.publish': {
    may: has('administrator', 'system'),
    input: { id: 'mc-2', microCredential: aMicroCredential({ version: 2 }) },
  },
  // The district's own comes from the district alone; Maya's own is tried below.
  'framework.import': { may: district, input: { id: 'f', framework } },
  'competency.import': {
    may: district,
    input: { framework: 'f', items: [{ id: 'k', competency: competency('f') }] },
  },
  'competency.retire': { may: district, input: { framework: 'f', items: ['k'] } },
}

const held = heldOf(recordsOf(oneOfEach.map(one => one.rec)), kindsOf(recordTypes))

/** What the district comes to when this person asks for it; nothing is written. */
const outcomeOf = (name: CommandName, input: object, actor: Actor): Verdict['outcome'] =>
  held.outcomeOf(commands[name], callOf(actor, input))

const codeOf = (outcome: Verdict['outcome']): RefusalCode | undefined =>
  'refusal' in outcome ? outcome.refusal.code : undefined

const roleSets: readonly (readonly Role[])[] = [
  ...Array.from({ length: 2 ** personRoles.length }, (_, bits) =>
    personRoles.filter((_role, at) => (bits & (1 << at)) !== 0),
  ),
  ['system'],
]
/** Each role in Maya's school, in her team, in another school. */
const grants = grantedRoles.flatMap(role =>
  ['linden', 'grade-4', 'mill-creek'].map(within => [{ role, within }]),
)
const actors: readonly Actor[] = ['maya', 'jonah', 'someone'].flatMap(person => [
  ...roleSets.map(roles => actorAs(person, 'dev', ...roles)),
  ...grants.map(some => ({ ...actorAs(person, 'dev', 'educator'), grants: some })),
])

test.each(Object.entries(policy))(
  '%s is for those who may; to others its record is not there',
  (name, line) => {
    const isName = (one: string): one is CommandName => Object.hasOwn(commands, one)
    if (!isName(name)) throw new Error(`no command ${name}`)
    const { may, input, refused = [] } = line
    expect(actors.some(may)).toBe(true)
    for (const actor of actors) {
      const code = codeOf(outcomeOf(name, input, actor))
      const who = `${actor.person}: ${JSON.stringify([actor.roles, actor.grants])}`
      expect([who, code === 'not_here'], `${name} ${code}`).toEqual([who, !may(actor)])
      expect(code, who).not.toBe('bad_input')
      // Those who may are told in words what their own hands keep them from.
      const own = may(actor) ? refused.find(([is]) => is(actor)) : undefined
      if (own !== undefined) expect([who, code]).toEqual([who, own[1]])
    }
  },
)

describe('a framework of one’s own', () => {
  const id = ownFrameworkId({ person: 'maya' }, 'case-1')
  const own = { id, framework: { ...framework, identifier: 'case-1' } }

  test('is brought in by an educator or an administrator, under nobody’s name but their own', () => {
    for (const actor of actors) {
      const isTheirs = owner(actor) && has('educator', 'administrator')(actor)
      expect(codeOf(outcomeOf('framework.import', own, actor)) === undefined).toBe(isTheirs)
    }
  })

  test('takes no statement from anybody else, nor does its own go into the district’s', () => {
    const item = (of: string) => ({
      framework: of,
      items: [
        {
          id: ownCompetencyId(of, 'k-1'),
          competency: { ...competency(of), identifier: 'k-1' },
        },
      ],
    })
    for (const actor of actors) {
      const isTheirs = owner(actor) && has('educator', 'administrator')(actor)
      expect(codeOf(outcomeOf('competency.import', item('f-own'), actor)) === undefined).toBe(
        isTheirs,
      )
      expect(codeOf(outcomeOf('competency.import', item('f'), actor))).toBe('not_here')
    }
  })
})

test('nobody decides a claim that is not in review, whoever they are', () => {
  for (const claim of ['c', 'c-submitted', 'c-incomplete', 'c-not-yet', 'c-earned', 'c-withdrawn'])
    for (const actor of actors)
      expect(codeOf(outcomeOf('review.take', { claim }, actor))).toBeDefined()
})
