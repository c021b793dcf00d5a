import { access } from 'node:fs/promises'
import { endorsementsGiven } from './endorsements-given.ts'
import type { Check, Report } from '../verify/report.ts'
import { answerNames, answerOf } from './answers.ts'
import { questionOf } from './check-explained.ts'
import { codeExplained } from './code-explained.ts'
import { exit, type Exit, WrongUse } from './exit.ts'
import { sentencesOf } from './sentences.ts'
import { shown } from './terminal.ts'
import { verifyArguments } from './verify-arguments.ts'
import type { Surroundings } from './surroundings.ts'
import { missedText, reportsOf } from './verify-command.ts'

const outcomes = { pass: 'yes', fail: 'NO', unknown: 'not known' } as const

/**
 * `explain CODE…`: what a code or check of a report means. `explain FILE… [options of verify]`: every
 * check of a badge, with the section of the standard and what it rests on. A word that is neither is wrong use.
 */
export async function explainCommand(argv: readonly string[], by: Surroundings): Promise<Exit> {
  const meanings = argv.map(meaningOf)
  if (argv.length > 0 && meanings.every(meaning => meaning !== null)) {
    for (const meaning of meanings) await by.terminal.out(`${meaning}\n`)
    return exit.good
  }
  const asked = verifyArguments(argv, by.now())
  if (asked.form !== 'text')
    throw new WrongUse('explain is for people; use verify for --json or --csv.')
  const words = await wordsIn(asked.paths)
  const unknown = words.find(word => meaningOf(word) === null)
  if (unknown !== undefined)
    throw new WrongUse(`${shown(unknown)} is no file, and no code or check of a report.`)
  for (const word of words) await by.terminal.out(`${meaningOf(word)}\n`)
  const paths = asked.paths.filter(path => !words.includes(path))
  const missed = new Map<string, string>()
  const endorsements = await endorsementsGiven(asked.endorsements)
  for await (const report of reportsOf({ ...asked, paths }, by, missed, endorsements.all))
    await by.terminal.out(explained(report))
  by.terminal.err(missedText(missed))
  return by.signal.aborted ? exit.undecided : exit.good
}

/** @returns what of the given is neither an address nor there as a file. */
async function wordsIn(given: readonly string[]): Promise<readonly string[]> {
  const paths = given.filter(path => !/^https?:\/\//i.test(path))
  const isThere = await Promise.all(
    paths.map(path =>
      access(path).then(
        () => true,
        () => false,
      ),
    ),
  )
  return paths.filter((_, at) => isThere[at] === false)
}

function meaningOf(word: string): string | null {
  const code = codeExplained.get(word.toUpperCase())
  if (code !== undefined) return `${word.toUpperCase()}: ${code}`
  const isId = /^[a-zA-Z]+(\.[a-zA-Z]+)*$/.test(word)
  const question = isId ? questionOf(word) : null
  return question === null ? null : `${word}: ${question}`
}

function explained(report: Report): string {
  const groups = answerNames.flatMap(name =>
    report.checks.filter(check => answerOf(check.id) === name).flatMap(checkLines),
  )
  const parts = report.parts.map(part => `\nInside it:\n${explained(part)}`)
  return `${sentencesOf(report)}\n${groups.join('\n')}\n${parts.join('')}\n`
}

function checkLines(check: Check): readonly string[] {
  const { id, outcome, needed, about, code, message, remedy, evidence, spec } = check
  const meaning = code === undefined ? undefined : codeExplained.get(code)
  const source =
    evidence === undefined ? '' : [evidence.url, evidence.source].filter(Boolean).join(', ')
  const day =
    evidence?.fetchedAt === undefined
      ? ''
      : `, fetched ${new Date(evidence.fetchedAt).toISOString()}`
  const lines = [
    `  ${questionOf(id) ?? id} ${outcomes[outcome]}${needed ? '' : ' (does not decide)'}`,
    `    ${shown(message, 400)}${code === undefined ? '' : ` [${code}]`}`,
    meaning === undefined ? '' : `    ${meaning}`,
    remedy === undefined ? '' : `    ${shown(remedy, 400)}`,
    about === '' ? '' : `    at ${shown(about, 300)}`,
    source === '' ? '' : `    rests on ${shown(source, 400)}${day}`,
    `    ${id}, ${shown(spec, 200)}`,
  ]
  return lines.filter(line => line !== '')
}
