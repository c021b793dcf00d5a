import { afterAll, describe, expect, test } from 'vitest'
import { addPerson } from '../../core/person/add.ts'
import { InChargeRecord, inChargeId } from '../../core/person/in-charge.ts'
import { PersonRecord } from '../../core/person/record.ts'
import { recordTypes } from '../../core/records.ts'
import { all } from '../query.ts'
import { openDistrict } from '../district-store/open.ts'
import { trialSalt, trialSecret } from '../trial/district.ts'
import { trialEngines } from '../trial/engines.ts'
import { actorAs, callOf } from '../trial/people.ts'
import { execute } from './execute.ts'

// Rights are read before a command is decided: of those who end each other's administration at one moment, each still held
// theirs. That one is left is decided in the commit.

const engines = trialEngines()
afterAll(() => engines.forEach(engine => engine.stop()))
const rounds = 8
const system = actorAs('district', 'district', 'system')
const entry = (id: string, ...roles: ('educator' | 'administrator')[]) => ({
  id,
  person: { name: id, place: '', roles },
})

describe.each(engines)('on $name', engine => {
  test.each([2, 3, 5])('of %i who all end each other one is left', async many => {
    const store = await openDistrict(await engine.fresh(), {
      ...{ types: recordTypes, build: 'trial', cursorSecret: trialSecret, salt: () => trialSalt },
    })
    const ids = Array.from({ length: many }, (_, n) => `admin-${n}`)
    const did = (by: ReturnType<typeof actorAs>, input: object) =>
      execute(store, addPerson, callOf(by, input))
    for (let round = 0; round < rounds; round += 1) {
      for (const id of ids)
        expect(await did(system, entry(id, 'administrator'))).toMatchObject({ status: 'applied' })
      const pairs = ids.flatMap(by => ids.filter(id => id !== by).map(id => [by, id] as const))
      const results = await Promise.all(
        pairs.map(([by, id]) =>
          did(actorAs(by, `${by}-dev`, 'administrator'), entry(id, 'educator')),
        ),
      )
      const refusals = results.flatMap(result =>
        result.status === 'refused' ? [result.refusal.code] : [],
      )
      expect(new Set(refusals)).toEqual(new Set(['last_administrator']))
      const people = await all({ seen: store.seen() }, PersonRecord, {})
      const left = people.filter(({ body }) => body.roles.includes('administrator'))
      expect(left).toHaveLength(1)
      const counted = await store.seen().get(InChargeRecord, inChargeId)
      expect(counted?.rec.body.administrators).toEqual(left.map(({ id }) => id))
    }
    await store.close()
  })

  test('who takes the other’s role away and gives one at the same moment never gives it alone', async () => {
    const store = await openDistrict(await engine.fresh(), {
      ...{ types: recordTypes, build: 'trial', cursorSecret: trialSecret, salt: () => trialSalt },
    })
    const did = (by: ReturnType<typeof actorAs>, input: object) =>
      execute(store, addPerson, callOf(by, input))
    const thief = actorAs('thief', 'thief-dev', 'administrator')
    await did(system, entry('thief', 'administrator'))
    for (let round = 0; round < rounds; round += 1) {
      await did(system, entry('other', 'administrator'))
      const accomplice = `accomplice-${round}`
      const [taken, given] = await Promise.all([
        did(thief, entry('other', 'educator')),
        did(thief, entry(accomplice, 'educator', 'administrator')),
      ])
      expect(taken).toMatchObject({ status: 'applied' })
      expect(given.status === 'applied' || given.status === 'refused').toBe(true)
      if (given.status === 'refused') expect(given.refusal.code).toBe('role_after_taking')
      expect(await did(thief, entry(`${accomplice}-again`, 'administrator'))).toMatchObject({
        refusal: { code: 'role_after_taking' },
      })
      const counted = await store.seen().get(InChargeRecord, inChargeId)
      expect(counted?.rec.body.administrators).toEqual(['thief'])
      expect(counted?.rec.body.took).toHaveLength(1)
    }
    await store.close()
  })
})
