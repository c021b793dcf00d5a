import type { Actor, Context } from '../../core/kit/command.ts'

export const teacher: Actor = { person: 'maya', device: 'laptop', roles: ['educator'] }
export const coach: Actor = { person: 'jonah', device: 'desk', roles: ['educator', 'coach'] }
export const officer: Actor = { person: 'iris', device: 'office', roles: ['officer'] }
export const system: Actor = { person: 'district', device: 'district', roles: ['system'] }

/** Tuesday, November 24, 2026, 10:00 in Chicago. */
export const tuesday = Date.parse('2026-11-24T16:00:00Z')

/** The circumstances of a decision; ids are the names they are made for. */
export const aContext = (actor: Actor = teacher, more: Partial<Context> = {}): Context => ({
  actor,
  doneAt: tuesday,
  now: tuesday,
  stamp: '1795536000000-0000-laptop',
  id: name => `${name}-1`,
  ...more,
})
