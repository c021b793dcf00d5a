import type { Load } from 'open-badges-validator-core/load'
import { emptyBundle } from 'open-badges-validator-core/verify'
import { expect, test } from 'vitest'
import { summaryOf, wholeOf } from './answered.ts'
import type { FromWorker } from './checker-messages.ts'
import { startRun } from './checker-run.ts'
import { knowledgeOf } from './knowledge.ts'
import { asBytes, issuerOf } from './trial/some-badges.ts'

const at = Date.now()

test('the network is asked for the file that a person wanted looked up, and for no other', async () => {
  const issuer = issuerOf(1)
  const bytes = asBytes(await issuer.badge(at, { index: 3 }))
  const list = asBytes(await issuer.list(at - 1_000))
  const asked: string[] = []
  const load: Load = async url => {
    asked.push(url)
    const loaded = { url, finalUrl: url, status: 200, contentType: '', bytes: list, fetchedAt: at }
    return { ok: true, loaded }
  }
  const told = new Map<string, FromWorker>()
  await new Promise<void>(resolve => {
    const run = startRun(
      { at, knowledge: knowledgeOf(emptyBundle), bundle: emptyBundle },
      one => {
        if ('id' in one) told.set(one.id, one)
        if (told.size === 2) resolve()
      },
      () => load,
    )
    const file = { batch: 'b', bytes, address: undefined }
    run.put({ ...file, id: 'b/1', name: '1.json', asksNetwork: false })
    run.put({ ...file, id: 'b/2', name: '2.json', asksNetwork: true })
  })
  expect(asked).toEqual([issuer.listUrl])
  const said = (id: string) => {
    const one = told.get(id)
    if (one === undefined || 'ready' in one || one.answer === 'dropped')
      throw new Error('no answer')
    return { marks: summaryOf(one.answer.summary).marks, whole: wholeOf(one.answer.packed) }
  }
  expect(said('b/1').marks.status).toMatchObject({ outcome: 'unknown' })
  expect(said('b/2').marks.status).toMatchObject({ outcome: 'pass', code: 'PASS' })
  expect(said('b/2').whole.missed).toEqual([])
})
