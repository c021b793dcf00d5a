import { z } from 'zod'
import { patch } from '../kit/change.ts'
import { command } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { each, must } from '../kit/loads.ts'
import { competenciesAtOnceMax } from './import.ts'
import { CompetencyRecord, FrameworkRecord } from './record.ts'
import { mayChangeImport, mayImport } from './rights.ts'

/**
 * Marks statements that their framework no longer has. They stay, because goals and evidence may point to them; nobody
 * is offered them any more.
 */
export const retireCompetencies = command({
  name: 'competency.retire',
  where: 'both',
  input: z.object({ framework: idInput, items: z.array(idInput).max(competenciesAtOnceMax) }),
  needs: q =>
    q.first(i => ({
      framework: must(FrameworkRecord, i.framework),
      there: each(CompetencyRecord, i.items),
    })),
  right: (actor, s, i) =>
    mayImport(actor) &&
    mayChangeImport(actor, s.framework.body.importedBy) &&
    s.there.every(
      ({ body }) => mayChangeImport(actor, body.importedBy) && body.framework === i.framework,
    ),
  decide: (s, _i, context) => ({
    changes: s.there
      .filter(({ body }) => body.retiredAt === undefined)
      .map(rec => patch(rec, { retiredAt: context.doneAt })),
  }),
})
