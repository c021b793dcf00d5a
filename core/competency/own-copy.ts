import type { CaseFramework } from './case/read-package.ts'
import { ownCompetencyId } from './own-id.ts'

/**
 * A package as somebody's own: the framework under `id`, its statements under ids that follow from it, and the CASE
 * identifiers kept beside them. Whatever points from one statement to another keeps pointing there.
 */
export function ownCopy({ framework, competencies }: CaseFramework, id: string): CaseFramework {
  const at = (identifier: string) => ownCompetencyId(id, identifier)
  return {
    framework: { id, body: { ...framework.body, identifier: framework.id } },
    competencies: competencies.map(({ id: identifier, body }) => ({
      id: at(identifier),
      body: {
        ...body,
        identifier,
        framework: id,
        ...(body.parent === undefined ? {} : { parent: at(body.parent) }),
        ...(body.otherParents === undefined
          ? {}
          : {
              // The framework itself may stand among the parents.
              otherParents: body.otherParents.map(one => (one === framework.id ? id : at(one))),
            }),
      },
    })),
  }
}
