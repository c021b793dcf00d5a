import { z } from 'zod'
import { administrationStream } from '../access/streams.ts'
import type { Machine } from '../kit/machine.ts'
import { recordType } from '../kit/record-type.ts'
import type { Asked } from '../second-yes/asked.ts'
import { isOver } from '../second-yes/asked.ts'
import { decidedFields } from '../second-yes/fields.ts'
import type { Person } from './record.ts'
import { unitIdSchema } from './unit.ts'

/** Roles that one administrator alone does not give: who holds one issues badges, or lets others in. */
export const rolesOfTwo = ['officer', 'administrator'] as const
type RoleOfTwo = (typeof rolesOfTwo)[number]

/**
 * Stored: never rename.
 * `asked` for by one administrator, another person's yes is needed · `alone` given by one, since there was nobody to ask:
 * another says yes afterwards · `given` with the yes of two · `declined` by another · `withdrawn` by who asked, or since it
 * ran out and the person was asked for again. That it ran out follows from the date and is never stored.
 */
export const roleRequestStates = ['asked', 'alone', 'given', 'declined', 'withdrawn'] as const
export type RoleRequestState = (typeof roleRequestStates)[number]

export const roleRequestMachine: Machine<RoleRequestState, 'agree' | 'decline' | 'withdraw'> = {
  asked: { agree: 'given', decline: 'declined', withdraw: 'withdrawn' },
  alone: { agree: 'given' },
  given: {},
  declined: {},
  withdrawn: {},
}

/** A request to which nobody says yes ends after so long (ms): thirty days. */
export const roleRequestMs = 30 * 86_400_000

export const roleRequestSchema = z.object({
  person: z.string(),
  /** In the whole district. */
  roles: z.array(z.enum(rolesOfTwo)),
  grants: z.array(z.object({ role: z.enum(rolesOfTwo), within: unitIdSchema })),
  state: z.enum(roleRequestStates),
  askedBy: z.string(),
  askedAt: z.number(),
  // Who agreed is neither who asked nor whose role it is.
  ...decidedFields,
})
export type RoleRequest = z.infer<typeof roleRequestSchema>

/** A role that takes two to give. One request at a time waits for a person. */
export const RoleRequestRecord = recordType<RoleRequest>({
  kind: 'role-request',
  schema: roleRequestSchema,
  version: 1,
  seats: (_id, body) => [
    { stream: 'office', view: 'all' },
    { stream: administrationStream, view: 'all' },
    // An administrator within a school sees what became of what they asked for.
    { stream: `user:${body.askedBy}`, view: 'all' },
  ],
  columns: { state: 'text', asked: 'int' },
  rows: (_id, body) => [{ state: body.state, asked: body.askedAt }],
  unique: (_id, body) => (body.state === 'asked' ? [waitingName(body.person)] : []),
})

/** A request, as what a second person may say yes to. */
export const requestOf = ({
  askedBy,
  askedAt,
}: Pick<RoleRequest, 'askedBy' | 'askedAt'>): Asked => ({
  by: askedBy,
  at: askedAt,
  until: askedAt + roleRequestMs,
})

/** Whether a request waits for a second yes that can still be said (`now`: epoch ms). */
export const isWaiting = (request: RoleRequest, now: number): boolean =>
  request.state === 'asked' && !isOver(requestOf(request), now)

/** Under this name a person's request is found while it waits. */
export const waitingName = (person: string): string => `role request for ${person}`

/** The roles of a person that take two to give. */
export type RolesOfTwo = Pick<RoleRequest, 'roles' | 'grants'>

/** What of it takes two, that somebody would hold and does not yet: a role within a school is none to who has it everywhere. */
export function gainOfTwo(
  before: Pick<Person, 'roles' | 'grants'> | undefined,
  after: Pick<Person, 'roles' | 'grants'>,
): RolesOfTwo {
  const had = before?.roles ?? []
  const isHeld = (role: RoleOfTwo, within: string) =>
    had.includes(role) ||
    (before?.grants ?? []).some(grant => grant.role === role && grant.within === within)
  return {
    roles: rolesOfTwo.filter(role => after.roles.includes(role) && !had.includes(role)),
    grants: (after.grants ?? []).flatMap(({ role, within }) =>
      role === 'coach' || isHeld(role, within) ? [] : [{ role, within }],
    ),
  }
}

/** Whether there is nothing in it that takes two. */
export const isNoGain = ({ roles, grants }: RolesOfTwo): boolean =>
  roles.length + grants.length === 0

/** Whether two ask for the same, in whatever order. */
export const isSameGain = (one: RolesOfTwo, other: RolesOfTwo): boolean => {
  const named = ({ roles, grants }: RolesOfTwo) =>
    [...roles, ...grants.map(({ role, within }) => `${role} ${within}`)].toSorted().join('\n')
  return named(one) === named(other)
}

/** Roles without those that wait for a second yes. */
export function withoutGain<H extends Pick<Person, 'roles' | 'grants'>>(
  held: H,
  gain: RolesOfTwo,
): H {
  const roles = held.roles.filter(role => !gain.roles.some(one => one === role))
  if (held.grants === undefined) return { ...held, roles }
  const waits = (grant: { role: string; within: string }) =>
    gain.grants.some(one => one.role === grant.role && one.within === grant.within)
  return { ...held, roles, grants: held.grants.filter(grant => !waits(grant)) }
}

/** Roles together with those that another person said yes to. */
export function withGain(
  held: Pick<Person, 'roles' | 'grants'>,
  gain: RolesOfTwo,
): Pick<Person, 'roles' | 'grants'> {
  const { roles, grants = [] } = held
  const added = gainOfTwo(held, { roles: gain.roles, grants: gain.grants })
  return {
    roles: [...roles, ...added.roles],
    ...(held.grants === undefined && added.grants.length === 0
      ? {}
      : { grants: [...grants, ...added.grants] }),
  }
}
