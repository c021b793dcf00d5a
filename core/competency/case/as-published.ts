import { caseIdentifierOf } from '../case-identifier.ts'
import type { Competency, Framework } from '../record.ts'
import type { CaseFramework } from './read-package.ts'

/**
 * A framework under its CASE identifiers, as its publisher knows it, also where a person keeps it as their own copy.
 * What the publisher no longer has is left out.
 */
export function asPublished({ framework, competencies }: CaseFramework): CaseFramework {
  const identifiers = new Map(
    [framework, ...competencies].map(one => [one.id, caseIdentifierOf(one)] as const),
  )
  const at = (id: string) => identifiers.get(id) ?? id
  return {
    framework: { id: at(framework.id), body: withoutIdentifier(framework.body) },
    competencies: competencies
      .filter(({ body }) => body.retiredAt === undefined)
      .map(({ id, body }) => ({
        id: at(id),
        body: {
          ...withoutIdentifier(body),
          framework: at(body.framework),
          ...(body.parent === undefined ? {} : { parent: at(body.parent) }),
          ...(body.otherParents === undefined ? {} : { otherParents: body.otherParents.map(at) }),
        },
      })),
  }
}

function withoutIdentifier<B extends Framework | Competency>(body: B): Omit<B, 'identifier'> {
  const { identifier: _, ...rest } = body
  return rest
}
