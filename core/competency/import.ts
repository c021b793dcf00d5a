import { z } from 'zod'
import { create, patch, type Change } from '../kit/change.ts'
import { command } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { each, may } from '../kit/loads.ts'
import { competencySchema, CompetencyRecord, FrameworkRecord, frameworkSchema } from './record.ts'

/** How many competencies one command carries; a framework comes as several. */
export const competenciesAtOnceMax = 200

const mayImport = (roles: readonly string[]) =>
  roles.includes('educator') || roles.includes('administrator') || roles.includes('system')

/** Adds a framework, or brings it up to date: matched by its CASE identifier. Theirs who imported it. */
export const importFramework = command({
  name: 'framework.import',
  where: 'both',
  input: z.object({ id: idInput, framework: frameworkSchema.omit({ importedBy: true }) }),
  needs: q => q.first(i => ({ there: may(FrameworkRecord, i.id) })),
  right: (actor, s) =>
    mayImport(actor.roles) &&
    (s.there === undefined || isTheirs(s.there.body.importedBy, actor.person, actor.roles)),
  decide(s, i, context) {
    const body = { ...i.framework, ...byWhom(context.actor) }
    return {
      changes:
        s.there === undefined ? [create(FrameworkRecord, i.id, body)] : [patch(s.there, body)],
    }
  },
})

/** Adds or updates statements of a framework. */
export const importCompetencies = command({
  name: 'competency.import',
  where: 'both',
  input: z.object({
    framework: idInput,
    items: z
      .array(z.object({ id: idInput, competency: competencySchema.omit({ importedBy: true }) }))
      .max(competenciesAtOnceMax),
  }),
  needs: q =>
    q.first(i => ({
      framework: may(FrameworkRecord, i.framework),
      there: each(
        CompetencyRecord,
        i.items.map(item => item.id),
      ),
    })),
  right: (actor, s) =>
    mayImport(actor.roles) &&
    // Nobody adds to another's framework, least of all to the district's.
    (s.framework === undefined ||
      isTheirs(s.framework.body.importedBy, actor.person, actor.roles)) &&
    s.there.every(rec => isTheirs(rec.body.importedBy, actor.person, actor.roles)),
  decide(s, i, context) {
    const there = new Map(s.there.map(rec => [rec.id, rec]))
    const changes = i.items.map((item): Change => {
      const body = { ...item.competency, ...byWhom(context.actor) }
      const rec = there.get(item.id)
      return rec === undefined ? create(CompetencyRecord, item.id, body) : patch(rec, body)
    })
    return { changes }
  },
})

interface Whom {
  readonly person: string
  readonly roles: readonly string[]
}

// What the district itself brings in is everybody's; a person's import is their own.
const byWhom = (actor: Whom) => ({
  importedBy: actor.roles.includes('system') ? undefined : actor.person,
})

// The district's own word goes before anybody's import.
const isTheirs = (importedBy: string | undefined, person: string, roles: readonly string[]) =>
  roles.includes('system') || importedBy === person
