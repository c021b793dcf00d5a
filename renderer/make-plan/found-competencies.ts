import type { Competency } from '../../core/competency/record.ts'
import type { Row } from '../../contract/device/row.ts'

/** Accents and capitals never keep a statement from being found. */
export const foldText = (text: string) =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/**
 * The statements that say every word of a question, in their code or text; all of them where nothing is asked.
 * `under` holds how many stand below each: what holds others comes after what holds none.
 */
export function foundCompetencies(
  competencies: readonly Row<Competency>[],
  question: string,
): readonly Row<Competency>[] {
  const wanted = foldText(question).split(/\s+/).filter(Boolean)
  const parents = new Set(competencies.flatMap(one => one.body.parent ?? []))
  return competencies
    .filter(one => {
      const text = foldText(`${one.body.code} ${one.body.statement}`)
      return wanted.every(word => text.includes(word))
    })
    .toSorted((a, b) => Number(parents.has(a.id)) - Number(parents.has(b.id)))
}
