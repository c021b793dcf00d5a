import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { jsonLines, openBadges } from '../../test/command-process.ts'
import { hasVectors, vectors, type Vector } from '../../test/vectors.ts'

// Every call is a process of its own, and the machine may have other work.
vi.setConfig({ testTimeout: 120_000 })

const here = hasVectors()
const all = here ? vectors() : []
const pathOf = (file: string) =>
  fileURLToPath(new URL(`../../../../shared/vectors/badges/${file}`, import.meta.url))

const folder = mkdtempSync(join(tmpdir(), 'vectors-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Contexts are always given (the vectors' README), the rest is the vector's own. */
const contexts = all
  .filter(entry => entry.kind === 'context' && !entry.file.includes('/variants/'))
  .flatMap(entry => [entry.url ?? []].flat().map(url => [url, pathOf(entry.file)] as const))

/** Vectors that are given the same things are one call: a process takes longer than a badge. */
const groups = new Map<string, Vector[]>()
for (const vector of all.filter(entry => entry.expect?.overall !== undefined)) {
  const given = Object.entries(vector.with ?? {}).map(([url, file]) => [url, pathOf(file)] as const)
  const name = JSON.stringify([vector.at ?? '2026-11-24T12:00:00Z', given])
  groups.set(name, [...(groups.get(name) ?? []), vector])
}

describe.skipIf(!here)('verify --json --with, as a process, over every shared vector', () => {
  const calls = [...groups].map(([name, members], at) => ({ name, members, at }))
  test.concurrent.each(
    calls.map(call => [`call ${call.at}: ${call.members[0]?.file}`, call] as const),
  )('%s', async (_, { name, members, at: place }) => {
    const [at, given]: [string, [string, string][]] = JSON.parse(name)
    const list = join(folder, `${place}.json`)
    writeFileSync(list, JSON.stringify(Object.fromEntries([...contexts, ...given])))
    const paths = members.map(vector => pathOf(vector.file))
    const { out, err, code } = await openBadges(
      ...['verify', ...paths, '--json', '--offline', '--with', list, '--at', at],
    )
    expect(err).toBe('')
    const reports = jsonLines(out)
    expect(reports.map(report => report['input'])).toEqual(paths)
    const verdicts = reports.map((report, index) => {
      const expected = members[index]?.expect
      const allowed = [expected?.overall ?? '', ...(expected?.overallAlso ?? [])]
      const overall = String(report['overall'])
      return allowed.includes(overall) ? 'as expected' : `${members[index]?.file}: ${overall}`
    })
    expect(verdicts.filter(verdict => verdict !== 'as expected')).toEqual([])
    const overalls = reports.map(report => report['overall'])
    const worst = overalls.includes('not-verified') ? 1 : overalls.includes('indeterminate') ? 2 : 0
    expect(code).toBe(worst)
  })
})
