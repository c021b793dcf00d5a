import { createHash } from 'node:crypto'
import { practiceFramework } from '../../content/framework/framework.ts'
import { microCredentials } from '../../content/micro-credentials/micro-credentials.ts'
import { readCasePackage } from '../../core/competency/case/read-package.ts'
import { competenciesAtOnceMax } from '../../core/competency/import.ts'
import { microCredentialSchema } from '../../core/micro-credential/record.ts'
import type { House } from '../house.ts'
import { seeded } from './steps.ts'

/**
 * Puts what ships into the catalogue: the framework and the micro-credentials. Keyed by their content, so that a
 * start changes nothing, and a newer program brings its newer framework.
 */
export async function seedContent(house: Pick<House, 'perform'>): Promise<void> {
  const read = readCasePackage(practiceFramework, { source: 'shipped' })
  if (read.outcome === 'refused') throw new Error('the shipped framework does not read')
  const { id, body } = read.framework
  await seeded(house, 'framework.import', { id, framework: body }, { key: keyOf(id, body) })
  for (let at = 0; at < read.competencies.length; at += competenciesAtOnceMax) {
    const items = read.competencies
      .slice(at, at + competenciesAtOnceMax)
      .map(item => ({ id: item.id, competency: item.body }))
    const key = keyOf(`${id}:${at}`, items)
    await seeded(house, 'competency.import', { framework: id, items }, { key })
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
