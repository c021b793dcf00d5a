import { isReady } from '../../core/claim/preflight.ts'
import type { Problem as ClaimProblem } from '../../core/claim/problem.ts'
import type { Words } from '../../words/words.ts'
import { Button } from '../design/button.tsx'
import { Problem, ProblemGroup } from '../design/problem.tsx'
import { quiet, small } from '../design/text.css.ts'
import { useWords } from '../app/words.tsx'
import { kindOfType } from '../gather-evidence/kind.ts'
import { placeOf, type Place } from './place-of.ts'
import * as look from './claim.css.ts'

interface Listing {
  readonly title: string
  readonly note: string
  /** What the district found and nobody has mended; `undefined` where the claim did not come back unread. */
  readonly findings: readonly ClaimProblem[] | undefined
  readonly problems: readonly ClaimProblem[]
  onGo(place: Place): void
}

/** The margin of a claim: what to fix before it is sent, what is worth a look; each with its place and its verb. */
export function ProblemList({ title, note, findings, problems, onGo }: Listing) {
  const words = useWords()
  const groups = [
    { label: words.claims.fixGroup, severity: 'fix' as const },
    { label: words.claims.lookGroup, severity: 'look' as const },
  ]
  const isMended = isReady([...(findings ?? []), ...problems])
  return (
    <>
      <h2 className={look.tally}>{title}</h2>
      <p className={`${small} ${quiet}`}>{note}</p>
      {findings === undefined ? null : (
        <section>
          <ProblemGroup>{words.claims.findingsTitle}</ProblemGroup>
          <p className={small}>
            {isMended ? words.claims.findingsMended : words.claims.findingsNote}
          </p>
          <ProblemLines problems={findings} onGo={onGo} />
        </section>
      )}
      {groups.map(group => {
        const these = problems.filter(problem => problem.severity === group.severity)
        if (these.length === 0) return null
        return (
          <section key={group.severity}>
            <ProblemGroup>{group.label}</ProblemGroup>
            <ProblemLines problems={these} onGo={onGo} />
          </section>
        )
      })}
      {problems.length + (findings?.length ?? 0) === 0 ? <p>{words.claims.allGood}</p> : null}
    </>
  )
}

function ProblemLines({ problems, onGo }: Pick<Listing, 'problems' | 'onGo'>) {
  const words = useWords()
  return (
    <ul>
      {problems.map(problem => {
        const said = words.problems[problem.code]
        const place = placeOf(problem)
        return (
          <Problem
            key={[problem.code, place?.id, problem.evidence, problem.attestation].join(' ')}
            severity={problem.severity}
            mark={said.mark}
            what={said.what(problem.facts)}
            where={said.where(inKinds(words, problem.facts))}
          >
            {place === undefined ? null : (
              <Button kind="small" onPress={() => onGo(place)}>
                {said.fix}
              </Button>
            )}
          </Problem>
        )
      })}
    </ul>
  )
}

/** Nobody reads media types: kinds of files are said as people name them. */
function inKinds(words: Words, facts: ClaimProblem['facts']): ClaimProblem['facts'] {
  const { mediaType, accept } = facts
  if (mediaType === undefined) return facts
  const named = (type: string) => words.evidence.kind[kindOfType(type)]
  const kinds = new Set(
    String(accept ?? '')
      .split(', ')
      .map(named),
  )
  return { ...facts, mediaType: named(String(mediaType)), accept: words.say.list([...kinds]) }
}
