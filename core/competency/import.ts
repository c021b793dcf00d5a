import { z } from 'zod'
import { create, patchPaths, type Change } from '../kit/change.ts'
import { command } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { each, may, must } from '../kit/loads.ts'
import { differing } from './differing.ts'
import { ownCompetencyId } from './own-id.ts'
import { competencySchema, CompetencyRecord, FrameworkRecord, frameworkSchema } from './record.ts'
import { importerOf, isDistrict, mayBegin, mayChangeImport, mayImport } from './rights.ts'

/** How many competencies one command carries; a framework comes as several. */
export const competenciesAtOnceMax = 200

const frameworkFields = Object.keys(frameworkSchema.shape)
const competencyFields = Object.keys(competencySchema.shape)

/**
 * Adds a framework, or brings it up to date. The district's own has its CASE identifier for an id and is everybody's;
 * a person's is theirs alone, under an id that is theirs alone too (`ownFrameworkId`).
 */
export const importFramework = command({
  name: 'framework.import',
  where: 'both',
  input: z.object({ id: idInput, framework: frameworkSchema.omit({ importedBy: true }) }),
  needs: q => q.first(i => ({ there: may(FrameworkRecord, i.id) })),
  right: (actor, s, i) =>
    mayImport(actor) &&
    (s.there === undefined
      ? mayBegin(actor, i.id, i.framework.identifier)
      : mayChangeImport(actor, s.there.body.importedBy) &&
        (isDistrict(actor) || s.there.body.identifier === i.framework.identifier)),
  decide(s, i, context) {
    const body = { ...i.framework, importedBy: importerOf(context.actor) }
    return {
      changes:
        s.there === undefined
          ? [create(FrameworkRecord, i.id, body)]
          : patchPaths(s.there, differing(s.there, body, frameworkFields)),
    }
  },
})

/** Adds or updates statements of a framework; one that was retired and comes again is current again. */
export const importCompetencies = command({
  name: 'competency.import',
  where: 'both',
  input: z.object({
    framework: idInput,
    items: z
      .array(
        z.object({
          id: idInput,
          competency: competencySchema.omit({ importedBy: true, retiredAt: true }),
        }),
      )
      .max(competenciesAtOnceMax),
  }),
  needs: q =>
    q.first(i => ({
      framework: must(FrameworkRecord, i.framework),
      there: each(
        CompetencyRecord,
        i.items.map(item => item.id),
      ),
    })),
  right: (actor, s, i) =>
    mayImport(actor) &&
    // Nobody adds to another's framework, least of all to the district's.
    mayChangeImport(actor, s.framework.body.importedBy) &&
    s.there.every(rec => mayChangeImport(actor, rec.body.importedBy)) &&
    i.items.every(
      ({ id, competency: { framework, identifier } }) =>
        framework === i.framework &&
        (isDistrict(actor)
          ? identifier === undefined
          : identifier !== undefined && ownCompetencyId(framework, identifier) === id),
    ),
  decide(s, i, context) {
    const there = new Map(s.there.map(rec => [rec.id, rec]))
    const changes = i.items.flatMap((item): readonly Change[] => {
      const body = { ...item.competency, importedBy: importerOf(context.actor) }
      const rec = there.get(item.id)
      return rec === undefined
        ? [create(CompetencyRecord, item.id, body)]
        : patchPaths(rec, differing(rec, body, competencyFields))
    })
    return { changes }
  },
})
