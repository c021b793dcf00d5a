import type { Role } from '../kit/command.ts'

/** What everybody in a district is told. */
export const openStream = 'catalog'

/** The streams a person may read, from their roles alone (sync.md §3.2). */
export function streamsOf(person: string, roles: readonly Role[]): readonly string[] {
  return [
    openStream,
    `user:${person}`,
    ...(roles.includes('coach') ? ['coaches'] : []),
    ...(roles.includes('officer') ? ['office'] : []),
  ]
}
