import { holds } from '../../core/access/reach.ts'
import type { CommandInput, CommandName } from '../../core/commands.ts'
import { mayErase } from '../../core/erasure/rights.ts'
import { mayChangeKeys } from '../../core/joint-act/rights.ts'
import type { Holding } from '../../core/kit/command.ts'
import { mayAgreeToRoles, mayDescribe } from '../../core/person/rights.ts'
import type { Refused } from '../../contract/device/queries.ts'

interface Room {
  /** Where all of its things stand. */
  readonly all: string
  /** Where one of them does: an address that takes its id. */
  one?(id: string): string
  /** Whom it is for; everybody, where it does not say. */
  isFor?(holding: Holding): boolean
}

const rooms = {
  plan: { all: '/plan', one: id => `/goals/${id}` },
  evidence: { all: '/evidence', one: id => `/evidence/${id}` },
  claims: { all: '/claims', one: id => `/claims/${id}` },
  catalogue: { all: '/micro-credentials', one: id => `/micro-credentials/${id}` },
  frameworks: { all: '/frameworks', one: id => `/frameworks/${id}` },
  verify: { all: '/verify' },
  given: { all: '/verify/endorsements' },
  review: { all: '/review', one: id => `/review/${id}`, isFor: holding => holds(holding, 'coach') },
  issue: { all: '/issue', isFor: holding => holds(holding, 'officer') },
  issued: {
    all: '/issue',
    one: id => `/badges/${id}`,
    isFor: holding => holds(holding, 'officer'),
  },
  district: { all: '/people/district', isFor: mayDescribe },
  people: { all: '/people', isFor: holding => holds(holding, 'administrator') },
  roles: { all: '/people/roles', isFor: mayAgreeToRoles },
  erasing: { all: '/today', one: id => `/people/${id}/erase`, isFor: mayErase },
  keys: { all: '/keys', isFor: mayChangeKeys },
} satisfies Readonly<Record<string, Room>>
type RoomName = keyof typeof rooms

/** What somebody may and what they are called stands here: for whom a room is not, or not any more. */
const ownRoles = '/settings'

/** Nobody at a screen does these: the district does. */
const districts = ['plan'] as const

/** In which room a command was done, and what of its input is the thing that stands there. */
type Done<N extends CommandName> = readonly [
  room: RoomName,
  thing?: Extract<keyof CommandInput<N>, string>,
]

/** Every command there is: one that is missing here does not compile. */
const places: { readonly [N in CommandName]: Done<N> } = {
  'goal.add': ['plan'],
  'goal.write': ['plan', 'goal'],
  'goal.settle': ['plan', 'goal'],
  'goal.change': ['plan', 'goal'],
  'goal.link': ['plan', 'goal'],
  'goal.publish': ['plan', 'goal'],
  'activity.add': ['plan', 'goal'],
  'activity.change': ['plan'],
  'plan.check-in': ['plan', 'goal'],
  'evidence.keep': ['evidence'],
  'evidence.write': ['evidence', 'evidence'],
  'evidence.settle': ['evidence', 'evidence'],
  'evidence.describe': ['evidence', 'evidence'],
  'evidence.link': ['evidence', 'evidence'],
  'evidence.trash': ['evidence', 'evidence'],
  'evidence.delete': ['evidence', 'evidence'],
  'claim.start': ['catalogue', 'microCredential'],
  'claim.write': ['claims', 'claim'],
  'claim.settle': ['claims', 'claim'],
  'claim.bring': ['claims', 'claim'],
  'claim.fill': ['claims', 'claim'],
  'claim.attest': ['claims', 'claim'],
  'claim.submit': ['claims', 'claim'],
  'claim.withdraw': ['claims', 'claim'],
  'claim.set-aside': ['issue'],
  'claim.take-up': ['issue'],
  'claim.precheck': districts,
  'claim.seat': districts,
  'review.take': ['review'],
  'review.rate': ['review', 'review'],
  'review.comment': ['review', 'review'],
  'review.anchor': ['review', 'review'],
  'review.mask': ['review', 'review'],
  'review.spend': ['review', 'review'],
  'review.finish': ['review', 'review'],
  'review.give-back': ['review', 'review'],
  'review.release': ['issue'],
  'review.release-unseen': ['people'],
  'badge.approve': ['issue'],
  'badge.suspend': ['issued', 'badge'],
  'badge.resume': ['issued', 'badge'],
  'badge.supersede': ['issued', 'badge'],
  'badge.revoke': ['issued', 'badge'],
  'badge.sign': districts,
  'badge.resign': districts,
  'act.propose': ['issue'],
  'act.confirm': ['issue'],
  'act.decline': ['issue'],
  'act.revoke': districts,
  'act.finish': districts,
  'key-change.ask': ['keys'],
  'key-change.agree': ['keys'],
  'key-change.decline': ['keys'],
  'key-change.note': districts,
  'endorsement.offer': ['catalogue', 'microCredential'],
  'endorsement.offer-badge': ['issued', 'badge'],
  'endorsement.withdraw': ['issue'],
  'endorsement.judge': districts,
  'endorsement.give': ['given'],
  'endorsement.take-back': ['given'],
  'endorsement.sign': districts,
  'endorsement.leave-unsigned': districts,
  'endorsement.resign': districts,
  'erasure.begin': ['erasing', 'person'],
  'erasure.ask': ['erasing', 'person'],
  'erasure.agree': ['erasing', 'person'],
  'erasure.call-off': ['erasing', 'person'],
  'erasure.count': districts,
  'erasure.part': districts,
  'erasure.finish': districts,
  'erasure.replay': districts,
  'hold.put': ['erasing', 'person'],
  'hold.lift': ['erasing', 'person'],
  'cause.decide': ['verify'],
  'cause.undo': ['verify'],
  'issuer.publish': districts,
  'status-list.publish': districts,
  'trust-bundle.publish': districts,
  'person.add': ['people'],
  'person.leave': ['people'],
  'role.agree': ['roles'],
  'role.decline': ['roles'],
  'in-charge.count': districts,
  'district.describe': ['district'],
  'district.change-holidays': ['district'],
  'device-key.publish': districts,
  'password.note-set': districts,
  'unit.add': ['people'],
  'unit.close': ['people'],
  'unit.rename': ['people'],
  'micro-credential.publish': ['catalogue'],
  'framework.import': ['frameworks'],
  'competency.import': ['frameworks', 'framework'],
  'competency.retire': ['frameworks', 'framework'],
}

/**
 * Where a refused command was done: at the thing that it was about, or where all such things are, when it is not here or
 * is not told. Never a room that is not for who holds these roles.
 */
export function refusedPlace(
  { command, input, refusal }: Pick<Refused, 'command' | 'input' | 'refusal'>,
  holding: Holding,
): string {
  if (refusal.code === 'claim_exists') return `/claims/${refusal.facts.claim}`
  // A later version may have done what this one does not know.
  if (!isKnown(command)) return rooms.plan.all
  const [name, thing] = places[command]
  const room: Room = rooms[name]
  if (room.isFor?.(holding) === false) return ownRoles
  const id = refusal.code === 'not_here' ? undefined : textIn(input, thing)
  return (id === undefined ? undefined : room.one?.(id)) ?? room.all
}

const isKnown = (command: string): command is CommandName => Object.hasOwn(places, command)

function textIn(input: unknown, field: string | undefined): string | undefined {
  if (field === undefined || typeof input !== 'object' || input === null) return undefined
  const value = new Map<string, unknown>(Object.entries(input)).get(field)
  return typeof value === 'string' ? value : undefined
}
