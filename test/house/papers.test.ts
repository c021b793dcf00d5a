import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { readArguments } from '../../start/arguments.ts'
import { shellWordsIn } from '../../words/shell-words.ts'

// What the papers of the house promise to be there is there: a reader follows them before they follow the code.
const papers = [
  'README.md',
  'ARCHITECTURE.md',
  ...globSync('{badges,db,device,district,test/*}/README.md'),
  'db/INVARIANTS.md',
]
const textOf = (paper: string) => readFileSync(paper, 'utf8')

test.each(papers)('every link in %s leads somewhere', paper => {
  const links = [...textOf(paper).matchAll(/\]\(([^)#\s]+)\)/g)].map(([, link = '']) => link)
  const inHouse = links.filter(link => !link.includes(':'))
  expect(inHouse.filter(link => !existsSync(join(dirname(paper), link)))).toEqual([])
})

test('every place that ARCHITECTURE.md names is there, "change this" and "go to" among them', () => {
  const rooms =
    /^(core|contract|content|words|badges|db|device|district|electron|start|renderer|test)\//
  const named = [...textOf('ARCHITECTURE.md').matchAll(/`([^`\s]+)`/g)]
    .map(([, name = '']) => name)
    .filter(name => rooms.test(name))
  expect(named.length).toBeGreaterThan(40)
  const pattern = (name: string) => name.replace(/<\w+>/g, '*').replace(/\/…?$/, '')
  expect(named.filter(name => globSync(pattern(name)).length === 0)).toEqual([])
})

test('every command of README.md is one of ours, and npm start knows its flags', () => {
  const { scripts } = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(textOf('package.json')))
  const readme = textOf('README.md')
  const run = [...readme.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name)
  expect(run.length).toBeGreaterThan(4)
  expect([...run, 'start', 'test'].filter(name => scripts[name] === undefined)).toEqual([])
  const starts = [...readme.matchAll(/npm start -- ([^`]+)`/g)].map(([, flags = '']) =>
    readArguments(flags.replace('N', '4300').split(' '), shellWordsIn('en')),
  )
  expect(starts.length).toBeGreaterThan(4)
  expect(starts.filter(asked => typeof asked === 'string')).toEqual([])
})

test('the code is under Apache-2.0, and what it ships as content under CC BY 4.0', () => {
  expect(textOf('LICENSE')).toMatch(/Apache License\s+Version 2\.0, January 2004/)
  for (const file of ['package.json', 'badges/package.json'])
    expect(JSON.parse(textOf(file))).toMatchObject({ license: 'Apache-2.0' })
  expect(textOf('README.md')).toContain('`content/`: CC BY 4.0')
})

test('every invariant of sync has its line, with tests that are there', () => {
  const lines = textOf('db/INVARIANTS.md').matchAll(/^\| *(\d+) *\|[^|]+\|([^|]+)\|$/gm)
  const told = [...lines].map(([, n, where = '']) => [Number(n), where] as const)
  expect(told.map(([n]) => n)).toEqual(Array.from({ length: 30 }, (_, at) => at + 1))
  expect(told.filter(([, where]) => !where.includes(']('))).toEqual([])
})
