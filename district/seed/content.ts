import { createHash } from 'node:crypto'
import { practiceFramework } from '../../content/framework/framework.ts'
import { microCredentials } from '../../content/micro-credentials/micro-credentials.ts'
import { readCasePackage } from '../../core/competency/case/read-package.ts'
import { importSteps } from '../../core/competency/import-steps.ts'
import { CompetencyRecord, frameworkItemsMax } from '../../core/competency/record.ts'
import { microCredentialSchema } from '../../core/micro-credential/record.ts'
import { all } from '../../db/query.ts'
import type { House } from '../house.ts'
import { seeded } from './steps.ts'

/**
 * Puts what ships into the catalogue: the framework and the micro-credentials. Keyed by their content, so that a
 * start changes nothing, and a newer program brings its newer framework; a statement that this no longer has is retired.
 */
export async function seedContent(house: Pick<House, 'perform' | 'store'>): Promise<void> {
  const read = readCasePackage(practiceFramework, { source: 'shipped' })
  if (read.outcome === 'refused') throw new Error('the shipped framework does not read')
  const { id } = read.framework
  const where = { framework: id, retired: 0 }
  const current = await all(
    { seen: house.store.seen() },
    CompetencyRecord,
    { where },
    frameworkItemsMax,
  )
  const { steps } = importSteps(
    read,
    current.map(row => row.id),
  )
  for (const [n, { name, input }] of steps.entries()) {
    await seeded(house, name, input, { key: keyOf(`${id}:${n}`, input) })
  }
  for (const { id: micro, body: published } of microCredentials) {
    const microCredential = microCredentialSchema.parse(published)
    const key = `district:seed:micro-credential:${micro}`
    await seeded(house, 'micro-credential.publish', { id: micro, microCredential }, { key })
  }
}

function keyOf(name: string, content: object): string {
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 32)
  return `district:seed:${name}:${hash}`
}
