import type { CaseAnswer } from '../../contract/device/door.ts'
import { readCasePackage } from '../../core/competency/case/read-package.ts'
import type { CaseProblem } from '../../core/competency/case/problem.ts'
import { competenciesAtOnceMax } from '../../core/competency/import.ts'
import { act } from '../place/act.ts'
import type { Place } from '../place/place.ts'

/** Names of files are cut to what a record may hold. */
const sourceCharsMax = 500

/**
 * Brings in a CASE package from a file: the framework first, then its statements in batches. What is there already,
 * by its CASE identifier, is brought up to date. A refused package changes nothing.
 */
export function importCase(place: Place, bytes: Uint8Array, fileName: string): CaseAnswer {
  const source = fileName.slice(0, sourceCharsMax) || 'file'
  const read = readCasePackage(bytes, { source })
  const problems = read.problems.map(problemOf)
  if (read.outcome === 'refused') return { outcome: 'refused', framework: undefined, problems }
  const { id, body } = read.framework
  const refused = [
    act(place, 'framework.import', { id, framework: body }),
    ...batches(read.competencies).map(items =>
      act(place, 'competency.import', {
        framework: id,
        items: items.map(item => ({ id: item.id, competency: item.body })),
      }),
    ),
  ].flatMap(answer => (answer.status === 'refused' ? [answer.refusal] : []))
  const [first] = refused
  if (first !== undefined) {
    const problem = { code: first.code, path: '', value: undefined, severity: 'error' as const }
    return { outcome: 'refused', framework: undefined, problems: [problem, ...problems] }
  }
  return {
    outcome: read.outcome === 'read' ? 'imported' : 'imported-with-problems',
    framework: { id, title: body.title, items: read.competencies.length },
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

/** What one command may weigh (bytes): well below what the wire takes in one push. */
const batchBytesMax = 400_000

/** Rows in commands that are neither too many nor too heavy. */
function batches<T>(rows: readonly T[]): T[][] {
  const made: T[][] = []
  let bytes = 0
  for (const row of rows) {
    const weight = Buffer.byteLength(JSON.stringify(row))
    const last = made.at(-1)
    const fits = last !== undefined && last.length < competenciesAtOnceMax
    if (fits && bytes + weight <= batchBytesMax) {
      last.push(row)
      bytes += weight
    } else {
      made.push([row])
      bytes = weight
    }
  }
  return made
}
