import { setTimeout as pause } from 'node:timers/promises'
import type { CaseAnswer, CaseProgress } from '../../contract/device/door.ts'
import type { CaseProblem } from '../../core/competency/case/problem.ts'
import { readCasePackage } from '../../core/competency/case/read-package.ts'
import { importSteps } from '../../core/competency/import-steps.ts'
import { ownCopy } from '../../core/competency/own-copy.ts'
import { ownFramework } from '../../core/competency/own-framework.ts'
import {
  CompetencyRecord,
  FrameworkRecord,
  frameworkItemsMax,
} from '../../core/competency/record.ts'
import { all } from '../../db/query.ts'
import { actAll } from '../place/act-all.ts'
import type { Place } from '../place/place.ts'
import { askerOf } from '../question/asker.ts'

/** Names of files are cut to what a record may hold. */
const sourceCharsMax = 500

/** So that a line reaches the window before the program is busy (ms). */
const tellMs = 20

/**
 * Brings in a CASE package from a file as the person's own copy, all of it or nothing. What they brought in before, by
 * its CASE identifier, is brought up to date: what the package no longer has is retired. `tell` hears what is being
 * done.
 */
export async function importCase(
  place: Place,
  bytes: Uint8Array,
  fileName: string,
  tell: (progress: CaseProgress) => void,
): Promise<CaseAnswer> {
  tell({ at: 'reading' })
  await pause(tellMs)
  const source = fileName.slice(0, sourceCharsMax) || 'file'
  const read = readCasePackage(bytes, { source })
  const problems = read.problems.map(problemOf)
  if (read.outcome === 'refused') return { outcome: 'refused', framework: undefined, problems }
  tell({ at: 'keeping', items: read.competencies.length })
  await pause(tellMs)
  const asker = askerOf(place)
  const { actor, joined } = place.store.standing()
  const frameworks = await all(asker, FrameworkRecord, {})
  const id = ownFramework(frameworks, { ...actor, joined }, read.framework.id)
  const where = { framework: id, retired: 0 }
  const current = await all(asker, CompetencyRecord, { where }, frameworkItemsMax)
  const { steps, retiredCount } = importSteps(
    ownCopy(read, id),
    current.map(row => row.id),
  )
  const refusal = actAll(place, steps)
  if (refusal !== undefined) {
    const problem = { code: refusal.code, path: '', value: undefined, severity: 'error' as const }
    return { outcome: 'refused', framework: undefined, problems: [problem, ...problems] }
  }
  return {
    outcome: read.outcome === 'read' ? 'imported' : 'imported-with-problems',
    framework: {
      id,
      title: read.framework.body.title,
      items: read.competencies.length,
      retired: retiredCount,
    },
    problems,
  }
}

const problemOf = ({
  code,
  path,
  value,
  severity,
}: CaseProblem): CaseAnswer['problems'][number] => ({
  code,
  path,
  value,
  severity,
})
