import { afterAll, beforeAll, expect, test } from 'vitest'
import { districtPaths } from '../../contract/sync/version.ts'
import { DistrictRecord, districtId } from '../../core/person/district.ts'
import { joined, send, TrialDevice } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'

let district: TrialDistrict
beforeAll(async () => {
  district = await trialDistrict({ publicUrl: 'https://record.example.org' })
})
afterAll(() => district.close())

const asked = (target: string, headers: Record<string, string> = {}) =>
  send(district.address, { method: 'GET', target, headers })

test('the page says what to do in two languages, the reader’s first, without a script, a cookie or a form', async () => {
  const page = await asked(districtPaths.joinPage, { 'accept-language': 'es-MX, en;q=0.5' })
  expect(page.status).toBe(200)
  expect(page.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex',
  })
  expect(page.headers['content-security-policy']).toContain("default-src 'none'")
  expect(page.headers['set-cookie']).toBeUndefined()
  const text = page.body.toString()
  expect(text).toContain('<h1>Únete a Alder Valley Schools en Meritfolio</h1>')
  expect(text).toContain('<h2>Join Alder Valley Schools in Meritfolio</h2>')
  expect(text).toContain('href="meritfolio://join/record.example.org"')
  expect(text).not.toMatch(/<script|javascript:|\son\w+=|<iframe|<form|style="/i)
  const english = (await asked(districtPaths.joinPage)).body.toString()
  expect(english).toContain('<h1>Join Alder Valley Schools in Meritfolio</h1>')
  // Nothing on it leads away from the address that alone has the code.
  expect(english.match(/href="[^"]*"/g)?.filter(link => !/badges\/page/.test(link))).toEqual([
    ...Array.from({ length: 2 }, () => 'href="meritfolio://join/record.example.org"'),
  ])
  const look = await asked('/badges/page.css')
  expect(look.status).toBe(200)
})

test('opened a hundred times it uses no code up, also where a browser sends one that it should not', async () => {
  const code = await district.invite('maya')
  const first = (await asked(districtPaths.joinPage)).body.toString()
  for (let n = 0; n < 100; n++) {
    const page = await asked(`${districtPaths.joinPage}?code=${code}`)
    expect(page.body.toString()).toBe(first)
  }
  expect(district.log()).not.toContain(code)
  expect((await new TrialDevice(district).join(code)).status).toBe(200)
})

test('a district that is called something with signs in it is text on the page', async () => {
  const desmond = await joined(district, 'desmond')
  const known = await district.program().house.store.seen().get(DistrictRecord, districtId)
  await desmond.act('district.describe', {
    ...{ timeZone: 'UTC', holidays: [], ...known?.rec.body },
    name: '<script>alert(1)</script>',
  })
  const text = (await asked(districtPaths.joinPage)).body.toString()
  expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(text).not.toContain('<script>alert')
})
