import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { Ajv2019 } from 'ajv/dist/2019.js'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { countWords } from '../core/claim/words-count.ts'
import { accepts } from '../core/claim/preflight.ts'
import { readCasePackage } from '../core/competency/case/read-package.ts'
import { microCredentialSchema } from '../core/micro-credential/record.ts'
import { personSchema } from '../core/person/record.ts'
import { demoCalendar } from './demo/calendar.ts'
import { demoHalfWritten, demoReadyToSend } from './demo/claims.ts'
import { demoEvidence } from './demo/evidence.ts'
import { demoPeople } from './demo/people.ts'
import { demoActivities, demoCheckIns, demoGoals } from './demo/plan.ts'
import { competencyIdByCode, practiceFrameworkId } from './framework/competency-ids.ts'
import { practiceFramework } from './framework/framework.ts'
import { microCredentials } from './micro-credentials/micro-credentials.ts'

const schemaFile = new URL(
  '../../shared/vectors/interop/case/schema/case-v1p1-cfpackage.schema.json',
  import.meta.url,
)
const schemaHere = existsSync(schemaFile)
if (!schemaHere) {
  if (process.env.CI === 'true') throw new Error('the CASE schema of ../shared/vectors is missing')
  console.warn('left out: our framework by the official CASE schema (no ../shared/vectors)')
}

const reading = readCasePackage(practiceFramework, { source: 'shipped' })
if (reading.outcome === 'refused') throw new Error(JSON.stringify(reading.problems))
const competencies = reading.competencies.filter(({ body }) => body.kind === 'Competency')
const levelCodes = reading.framework.body.levels.map(level => level.code)

describe('the framework of teaching practice', () => {
  test.skipIf(!schemaHere)('is valid by the official CASE 1.1 schema', () => {
    const schema = z
      .record(z.string(), z.unknown())
      .parse(JSON.parse(readFileSync(schemaFile, 'utf8')))
    const validate = new Ajv2019({ strict: false, validateFormats: false }).compile(schema)
    validate(practiceFramework)
    expect(validate.errors ?? []).toEqual([])
  })

  test('is read without any problem, as six areas of four to six competencies', () => {
    expect(reading.problems).toEqual([])
    const areas = reading.competencies.filter(({ body }) => body.kind === 'Area')
    expect(areas).toHaveLength(6)
    expect(competencies).toHaveLength(27)
    for (const area of areas) {
      const inside = competencies.filter(({ body }) => body.parent === area.id)
      expect(inside.length).toBeGreaterThanOrEqual(4)
      expect(inside.map(({ body }) => body.position)).toEqual(inside.map((_, n) => n))
    }
  })

  test('says for every competency what each of the four levels looks like', () => {
    expect(levelCodes).toEqual(['Beginning', 'Developing', 'Accomplished', 'Leading'])
    for (const { body } of competencies) {
      expect(body.levels.map(level => level.code)).toEqual(levelCodes)
      expect(new Set(body.levels.map(level => level.statement)).size).toBe(4)
    }
  })

  test('is open, and says by whom', () => {
    expect(reading.framework.body.licence).toMatch(/^CC BY 4\.0\n.*© 2026 Meritfolio contributors/)
  })

  test('ships the words of framework.md: run make-package.ts after changing one', () => {
    const markdown = readFileSync(new URL('framework/framework.md', import.meta.url), 'utf8')
    for (const { body } of competencies) {
      expect(markdown).toContain(`### ${body.code} ${body.title ?? ''}\n\n${body.statement}\n`)
      for (const { code, statement } of body.levels)
        expect(markdown).toContain(`- ${code}: ${statement}`)
    }
    expect(markdown.match(/^### /gm)).toHaveLength(competencies.length)
  })
})

describe('micro-credentials', () => {
  const published = microCredentials.map(({ id, body }) => ({
    id,
    body: microCredentialSchema.parse(body),
  }))
  const bodies = published.map(({ body }) => [body.code, body] as const)

  test('have ids of their own', () => {
    expect(new Set(published.map(one => one.id)).size).toBe(4)
    expect(new Set(bodies.map(([code]) => code)).size).toBe(4)
  })

  test.each(bodies)('%s has every section, and parts in their order', (_code, body) => {
    expect(body.parts.map(part => part.kind)).toEqual(['overview', 'evidence', 'reflection'])
    for (const section of [body.methodComponents, body.research, body.resources, body.credit]) {
      expect(section.length).toBeGreaterThan(0)
    }
    expect(body.estimatedHours.p25).toBeLessThan(body.estimatedHours.p50)
    expect(body.estimatedHours.p50).toBeLessThan(body.estimatedHours.p75)
    expect(body.licence).toBe('CC BY 4.0')
  })

  test.each(bodies)('%s names each prompt, slot and criterion once', (_code, { parts }) => {
    for (const things of [
      parts.flatMap(part => part.prompts),
      parts.flatMap(part => part.slots),
      parts.flatMap(part => part.criteria),
    ]) {
      expect(new Set(things.map(thing => thing.id)).size).toBe(things.length)
    }
  })

  test.each(bodies)(
    '%s can be passed: each criterion has a level that does, and one that does not',
    (_code, { parts }) => {
      for (const { levels, passRank } of parts.flatMap(part => part.criteria)) {
        expect(levels.map(level => level.rank)).toEqual([0, 1, 2])
        expect(passRank).toBe(2)
        expect(new Set(levels.map(level => level.descriptor)).size).toBe(3)
      }
    },
  )

  test.each(bodies)('%s is tied to competencies and levels that exist', (_code, { alignments }) => {
    expect(alignments.length).toBeGreaterThan(0)
    for (const alignment of alignments) {
      expect(alignment.framework).toBe(practiceFrameworkId)
      expect(competencyIdByCode.get(alignment.code)).toBe(alignment.competency)
      expect(levelCodes).toContain(alignment.level)
    }
  })
})

describe('the demo district', () => {
  const people = new Set(demoPeople.map(person => person.key))
  const goals = new Map(demoGoals.map(goal => [goal.key, goal] as const))
  const pieces = new Map(demoEvidence.map(piece => [piece.key, piece] as const))
  const files = new URL('demo/files/', import.meta.url)

  test('has a teacher, two coaches, an officer and an administrator, one of them in Spanish', () => {
    for (const { key: _key, ...person } of demoPeople) personSchema.parse(person)
    const having = (role: string) =>
      demoPeople.filter(({ roles, grants = [] }) =>
        [...roles, ...grants.map(grant => grant.role)].some(one => one === role),
      )
    expect(['coach', 'officer', 'administrator'].map(role => having(role).length)).toEqual([
      2, 1, 1,
    ])
    expect(demoPeople[0]?.roles).toEqual(['educator'])
    expect(demoPeople.filter(({ language }) => language === 'es')).toHaveLength(1)
  })

  test('has goals that serve goals of a layer above, down to every personal one', () => {
    const layers = ['district', 'school', 'team', 'personal']
    for (const goal of demoGoals) {
      expect(people).toContain(goal.owner)
      expect(goal.serves.length > 0).toBe(goal.layer !== 'district')
      for (const served of goal.serves) {
        const above = goals.get(served)?.layer ?? 'personal'
        expect(layers.indexOf(above)).toBeLessThan(layers.indexOf(goal.layer))
      }
      for (const code of goal.competencies) expect(competencyIdByCode.has(code)).toBe(true)
      for (const level of [goal.nowLevel, goal.aimLevel]) {
        if (level !== undefined) expect(levelCodes).toContain(level)
      }
    }
    for (const { goal } of [...demoActivities, ...demoCheckIns]) expect(goals.has(goal)).toBe(true)
  })

  test('has evidence whose files are there, all of them, under 1.5 MB', () => {
    const named = demoEvidence.flatMap(({ file }) => (file === undefined ? [] : [file]))
    expect(readdirSync(files).toSorted()).toEqual(named.toSorted())
    const sizes = named.map(name => statSync(new URL(name, files)).size)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_500_000)
    for (const { goals: linked, competencies: codes } of demoEvidence) {
      for (const goal of linked) expect(goals.has(goal)).toBe(true)
      for (const code of codes) expect(competencyIdByCode.has(code)).toBe(true)
    }
  })

  test.each([
    ['comparing-fractions-lesson-plan.pdf', '%PDF-1', ['/Count 3']],
    ['small-group-transcript.docx', 'PK\u0003\u0004', ['word/document.xml']],
    // Exif tag 0x8825: the place where it was taken, for everything that has to find and remove it.
    ['board-thirds-and-halves.jpg', '\u00ff\u00d8\u00ff', ['Exif', '\u0088\u0025\u0000\u0004']],
    ['exit-tickets-sorted.png', '\u0089PNG', ['IEND']],
    ['number-line.mp4', '\u0000\u0000\u0000\u0020ftypisom', ['avc1', 'mp4a']],
    ['memo-after-lesson.m4a', '\u0000\u0000\u0000\u001cftypM4A ', ['mp4a']],
  ])('%s is what its name says', (name, start, inside) => {
    const bytes = readFileSync(new URL(name, files), 'latin1')
    expect(bytes.slice(0, start.length)).toBe(start)
    for (const mark of inside) expect(bytes.includes(mark), mark).toBe(true)
  })

  const mediaTypeByEnding = new Map([
    ['pdf', 'application/pdf'],
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['png', 'image/png'],
    ['jpg', 'image/jpeg'],
  ])

  test.each([
    ['half written', demoHalfWritten, false],
    ['ready to send', demoReadyToSend, true],
  ])('has a claim that is %s', (_what, claim, complete) => {
    const body = microCredentials
      .map(one => microCredentialSchema.parse(one.body))
      .find(one => one.code === claim.microCredential)
    const parts = body?.parts ?? []
    const prompts = parts.flatMap(part => part.prompts)
    const slots = parts.flatMap(part => part.slots)
    const kept = (prompt: (typeof prompts)[number]) => {
      const words = countWords(claim.answers[prompt.id] ?? '')
      return words >= prompt.minWords && words <= prompt.maxWords
    }
    expect(prompts.some(kept)).toBe(true)
    expect(
      prompts.every(kept) && slots.every(slot => (claim.filled[slot.id]?.length ?? 0) > 0),
    ).toBe(complete)
    for (const id of Object.keys(claim.answers)) expect(prompts.map(one => one.id)).toContain(id)
    for (const [id, filled] of Object.entries(claim.filled)) {
      const slot = slots.find(one => one.id === id)
      for (const key of filled) {
        const piece = pieces.get(key)
        const ending = piece?.file?.split('.').at(-1) ?? ''
        expect(accepts(slot?.accept ?? [], mediaTypeByEnding.get(ending) ?? '')).toBe(true)
        expect(slot?.requiresRelease === true && piece?.shown === 'students').toBe(
          slot?.requiresRelease === true && piece?.released === true,
        )
      }
    }
  })

  test('is closed on the days of its calendar', () => {
    const { holidays } = demoCalendar(2026)
    const named = (name: string) => holidays.filter(one => one.name === name).map(one => one.day)
    expect(named('Labor Day')).toContain('2026-09-07')
    expect(named('Thanksgiving')).toEqual(
      expect.arrayContaining(['2026-11-25', '2026-11-26', '2026-11-27']),
    )
    expect(named('Martin Luther King Jr. Day')).toContain('2027-01-18')
    expect(named('Memorial Day')).toContain('2027-05-31')
    expect(named('Juneteenth')).toContain('2027-06-18')
    expect(named('Independence Day')).toContain('2026-07-03')
    const days = holidays.map(one => one.day)
    expect(new Set(days).size).toBe(days.length)
    for (let year = 2020; year < 2060; year += 1) {
      const closed = demoCalendar(year).holidays.map(one => one.day)
      for (const day of [`${year}-12-25`, `${year + 1}-01-01`]) {
        const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
        if (weekday !== 0 && weekday !== 6) expect(closed).toContain(day)
      }
    }
  })
})
