import type { HttpBindings } from '@hono/node-server'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { createServer } from 'node:http'
import { expect, test, vi } from 'vitest'
import { districtPaths } from '../../contract/sync/version.ts'
import { closeServer, listenOn } from '../listen/server.ts'
import { hashOf, joined } from '../trial/device.ts'
import { trialDistrict } from '../trial/district.ts'
import { rawLine } from '../trial/raw-line.ts'
import { evidenceRoutes } from './routes.ts'

// Security row 61: a disk that fails in the middle of a file tells nobody where that file lies.

test('an answer that can’t be read to its end is cut off, and says nothing of why', async () => {
  const district = await trialDistrict()
  const maya = await joined(district, 'maya')
  const bytes = Buffer.alloc(50_000, 'a film ')
  await maya.upload(bytes)
  const { house } = district.program()
  const app = new Hono<{ Bindings: HttpBindings }>()
  // A folder opens as a file does, and can't be read.
  evidenceRoutes(app, { ...house, blobs: { ...house.blobs, pathOf: () => district.dataFolder } })
  const server = createServer((incoming, outgoing) => {
    void getRequestListener((request, bindings) => app.fetch(request, bindings), {
      overrideGlobalObjects: false,
    })(incoming, outgoing)
  })
  const address = `http://127.0.0.1:${await listenOn(server, '127.0.0.1', 0)}`
  const shown = [vi.spyOn(console, 'error'), vi.spyOn(console, 'info')]
  const target = `${districtPaths.blobs}/${hashOf(bytes)}`
  const line = rawLine(address)
  const signed = Object.entries(maya.signed({ method: 'GET', target }))
  const headers = signed.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  line.say(`GET ${target} HTTP/1.1\r\nhost: record\r\n${headers}\r\n`)
  expect(await line.closed()).not.toMatch(/Error|EISDIR|district-/)
  for (const spy of shown) {
    expect(spy).not.toHaveBeenCalled()
    spy.mockRestore()
  }
  expect(district.log()).toMatch(/"where":"\/sync\/v1\/blobs".*"code":"EISDIR"/)
  await closeServer(server)
  await district.close()
})
