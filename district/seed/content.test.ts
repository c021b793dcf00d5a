import { afterAll, beforeAll, expect, test } from 'vitest'
import { practiceFramework } from '../../content/framework/framework.ts'
import { readCasePackage } from '../../core/competency/case/read-package.ts'
import { bodyOf } from '../../db/records/kinds.ts'
import { joined } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'

let district: TrialDistrict
beforeAll(async () => {
  district = await trialDistrict()
})
afterAll(() => district.close())

test('a statement that what ships no longer has is retired at the next start, under its CASE identifier', async () => {
  const read = readCasePackage(practiceFramework, { source: 'shipped' })
  if (read.outcome === 'refused') throw new Error('refused')
  const { id } = read.framework
  const [first] = read.competencies
  if (first === undefined) throw new Error('no statements')
  const older = '00000000-0000-4000-8000-000000000001'
  const items = [{ id: older, competency: { ...first.body, code: 'old' } }]
  const input = bodyOf({ framework: id, items })
  const { house } = district.program()
  expect(await house.perform('competency.import', input, { key: 'trial:older' })).toMatchObject({
    status: 'applied',
  })
  const maya = await joined(district, 'maya')
  expect(maya.records.get(`competency/${older}`)).not.toHaveProperty('retiredAt')
  await district.restart()
  await maya.pull()
  expect(maya.records.get(`competency/${older}`)).toMatchObject({ retiredAt: district.now() })
  for (const { id: current } of read.competencies)
    expect(maya.records.get(`competency/${current}`)).not.toHaveProperty('retiredAt')
})
