import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { doorPaths, secretHeader } from '../../contract/device/door.ts'
import { trialFolder } from '../trial/open-program.ts'
import { started } from '../trial/started.ts'

// security.md row 61: names in logs and errors, as the program itself says them.
test('row 61: a defect is told by place and kind; no name, no file, no folder and no line of code', async () => {
  const folder = trialFolder()
  const data = join(folder.path, 'Canary Teacher')
  const program = await started(data)
  const { address = '', startLink = '' } = program.ready ?? {}
  const headers = { 'sec-fetch-site': 'same-origin' }
  const once = new URL(startLink).hash.slice('#once='.length)
  const traded = await fetch(new URL(doorPaths.once, address), {
    method: 'POST',
    headers,
    body: JSON.stringify({ once }),
  })
  const { secret } = Object(await traded.json())
  // What no program expects: a file where its own folder of evidence was.
  rmSync(join(data, 'blobs'), { recursive: true })
  writeFileSync(join(data, 'blobs'), '')
  const answer = await fetch(new URL(doorPaths.files, address), {
    method: 'POST',
    headers: { ...headers, [secretHeader]: secret, 'x-file-name': 'Canary%20S-04.pdf' },
    body: 'Canary reads two thirds',
  })
  expect(await answer.text()).toMatch(/"code":"internal"\}\}\n$/)
  await program.end()
  expect(program.said()).toMatch(/^\S+Z defect at files: \w+\n$/)
  folder.remove()
})

test('a defect that nobody hears any more ends nothing: the program goes on', async () => {
  const folder = trialFolder()
  const data = join(folder.path, 'unheard')
  const program = await started(data)
  const { address = '', startLink = '' } = program.ready ?? {}
  program.child.stderr?.destroy()
  program.child.stdout?.destroy()
  const headers = { 'sec-fetch-site': 'same-origin' }
  const once = new URL(startLink).hash.slice('#once='.length)
  const body = JSON.stringify({ once })
  const traded = await fetch(new URL(doorPaths.once, address), { method: 'POST', headers, body })
  const { secret } = Object(await traded.json())
  const known = { ...headers, [secretHeader]: secret }
  rmSync(join(data, 'blobs'), { recursive: true })
  writeFileSync(join(data, 'blobs'), '')
  for (let n = 0; n < 3; n++) {
    const taken = await fetch(new URL(doorPaths.files, address), {
      method: 'POST',
      headers: { ...known, 'x-file-name': 'a.pdf' },
      body: 'two thirds',
    })
    expect(await taken.text()).toContain('"code":"internal"')
  }
  expect((await fetch(new URL(doorPaths.session, address), { headers: known })).status).toBe(200)
  expect(await program.end()).toBe(0)
  folder.remove()
})
