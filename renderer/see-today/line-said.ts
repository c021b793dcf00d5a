import { countWords } from '../../core/claim/words-count.ts'
import type { Told } from '../app/act.ts'
import type { Refusal } from '../../core/kit/refusal.ts'
import type { Words } from '../../words/words.ts'
import type { About, Line } from './line.ts'

/** A line in words: what, why, and the verb of its action. */
export interface LineSaid {
  readonly what: string
  readonly why: string
  readonly action: string
}

/** Says a line; `tell` gives a refusal's sentence. */
export function lineSaid(
  words: Words,
  { about }: Pick<Line, 'about'>,
  tell: (refusal: Refusal) => Told,
): LineSaid {
  const said = words.today.line
  switch (about.what) {
    case 'refused': {
      const told = tell(about.refusal)
      const { what, why, action, lost } = said.refused
      const isElsewhere = about.refusal.code === 'claim_exists'
      const opening = isElsewhere ? lost.action : action
      if (about.lost === undefined)
        return { what: what[nounOf(about.command)], why: why(told), action: opening }
      const { title, pieces, bring } = about.lost
      const words = about.typed.reduce((n, text) => n + countWords(text), 0)
      const hasSome = words > 0 || pieces > 0
      return {
        what: lost.what({ title }),
        why: !hasSome
          ? why(told)
          : bring === undefined
            ? `${lost.why({ words, pieces })} ${lost.closed}`
            : lost.why({ words, pieces }),
        action: opening,
      }
    }
    case 'twoVersions':
      return of(said.twoVersions, about, said.twoVersions.why)
    case 'cameBack':
      return of(said.cameBack, about, said.cameBack.why({ n: about.toFix }))
    case 'notYet':
      return {
        what: said.notYet.what({ title: about.title, parts: about.again }),
        why: said.notYet.why(about),
        action: said.notYet.action,
      }
    case 'ready':
      return of(said.ready, about, said.ready.why)
    case 'writing': {
      const problem = words.problems[about.first.code]
      const first = problem.what(about.first.facts)
      return of(said.writing, about, said.writing.why({ first, n: about.toFix }))
    }
    case 'reading':
      return of(said.reading, about, said.reading.why(about))
    case 'pool':
      return {
        what: said.pool.what({ n: about.waiting, title: about.title }),
        why: said.pool.why,
        action: said.pool.action,
      }
    case 'toIssue': {
      const facts = { n: about.waiting, title: about.title }
      return {
        what: said.toIssue.what(facts),
        why: said.toIssue.why(facts),
        action: said.toIssue.action,
      }
    }
    case 'secondOfficer':
      return {
        what: said.secondOfficer.what({ n: about.badges }),
        why: said.secondOfficer.why(about),
        action: said.secondOfficer.action,
      }
    case 'keyChange':
      return {
        ...said.keyChange,
        what: said.keyChange.what[about.change],
        why: said.keyChange.why(about),
      }
    case 'roleRequest': {
      const told = about.isAlone ? said.roleAlone : said.roleRequest
      return { what: told.what(about), why: told.why(about), action: told.action }
    }
    case 'erasure':
      return of(said.erasure, { title: about.name }, said.erasure.why(about))
    case 'keyAlone':
      return { ...said.keyAlone, why: said.keyAlone.why(about) }
    case 'activity':
      return of(said.activity, about, said.activity.why(about))
    case 'onItsWay':
      return onItsWaySaid(words, about)
    case 'unsure':
      return of(
        said.unsure,
        { title: about.title === '' ? words.evidence.untitled : about.title },
        said.unsure.why(about),
      )
    case 'untied':
      return of(said.untied, about, said.untied.why)
    case 'firstGoal':
      return said.firstGoal
    case 'firstClaim':
      return said.firstClaim
    case 'computerWaits':
      return { ...said.computerWaits, why: said.computerWaits.why(about) }
    case 'computerAdded':
      return { ...said.computerAdded, why: said.computerAdded.why(about) }
    case 'passwordSet':
      return { ...said.passwordSet, why: said.passwordSet.why(about) }
    case 'earned':
      return of(said.earned, about, said.earned.why(about))
    case 'badgeEnding':
    case 'badgeEnded':
      return of(said[about.what], about, said[about.what].why(about))
    case 'setAside':
    case 'suspended':
    case 'resumed':
    case 'corrected':
    case 'revoked':
      return of(said[about.what], about, said[about.what].why(about))
  }
}

const of = (
  said: { what(facts: { title: string }): string; readonly action: string },
  { title }: { readonly title: string },
  why: string,
): LineSaid => ({ what: said.what({ title }), why, action: said.action })

function onItsWaySaid(words: Words, about: Extract<About, { what: 'onItsWay' }>): LineSaid {
  const said = words.today.line.onItsWay
  const { title, promised } = about
  const late =
    about.lateDays === 0 || promised === undefined
      ? ''
      : said.late({ days: about.lateDays, day: promised })
  if (about.waits === 'network') {
    return { what: said.network({ title }), why: said.networkWhy, action: said.action }
  }
  if (promised === undefined) return { what: said.office({ title }), why: '', action: said.action }
  const what = about.waits === 'check' ? said.checked : said.what
  return { what: what({ title, day: promised }), why: late, action: said.action }
}

const nouns = ['claim', 'review', 'badge', 'evidence'] as const

function nounOf(command: string): keyof Words['today']['line']['refused']['what'] {
  if (command === 'claim.submit') return 'send'
  if (command === 'review.finish') return 'finish'
  const noun = command.slice(0, command.indexOf('.'))
  const known = nouns.find(one => one === noun)
  if (known !== undefined) return known
  return ['goal', 'activity', 'plan'].includes(noun) ? 'plan' : 'other'
}
