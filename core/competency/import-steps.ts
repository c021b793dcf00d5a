import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { CaseFramework } from './case/read-package.ts'
import { competenciesAtOnceMax } from './import.ts'

/** What one command may weigh (bytes): well below what the wire takes in one push. */
const stepBytesMax = 400_000

/** One command of an import. */
export interface ImportStep {
  readonly name: 'framework.import' | 'competency.import' | 'competency.retire'
  readonly input: object
}

export interface ImportSteps {
  /** To be done in this order, all or none. */
  readonly steps: readonly ImportStep[]
  /** How many statements are no longer in the framework. */
  readonly retiredCount: number
}

/**
 * The commands that bring a framework in: itself, its statements in batches that are neither too many nor too heavy,
 * and the word that those of `current` (ids of its statements so far) which it no longer has are retired.
 */
export function importSteps(
  { framework, competencies }: CaseFramework,
  current: Iterable<string>,
): ImportSteps {
  const { id, body } = framework
  const ids = new Set(competencies.map(one => one.id))
  const retired = [...current].filter(one => !ids.has(one))
  const items = competencies.map(one => ({ id: one.id, competency: one.body }))
  return {
    steps: [
      { name: 'framework.import', input: { id, framework: body } },
      ...batches(items).map((batch): ImportStep => {
        return { name: 'competency.import', input: { framework: id, items: batch } }
      }),
      ...batches(retired).map((batch): ImportStep => {
        return { name: 'competency.retire', input: { framework: id, items: batch } }
      }),
    ],
    retiredCount: retired.length,
  }
}

function batches<T>(rows: readonly T[]): T[][] {
  const made: T[][] = []
  let sizeBytes = 0
  for (const row of rows) {
    const rowBytes = utf8ToBytes(JSON.stringify(row)).length
    const last = made.at(-1)
    const isRoom = last !== undefined && last.length < competenciesAtOnceMax
    if (isRoom && sizeBytes + rowBytes <= stepBytesMax) {
      last.push(row)
      sizeBytes += rowBytes
    } else {
      made.push([row])
      sizeBytes = rowBytes
    }
  }
  return made
}
