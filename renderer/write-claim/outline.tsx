import type { Problem } from '../../core/claim/problem.ts'
import type { MicroCredential } from '../../core/micro-credential/record.ts'
import { asking, good } from '../design/text.css.ts'
import { useWords } from '../app/words.tsx'
import * as look from './claim.css.ts'

interface Outlining {
  readonly parts: MicroCredential['parts']
  /** Ids of the parts that are asked for. */
  readonly open: ReadonlySet<string>
  readonly problems: readonly Problem[]
  readonly current: string
}

/** The parts of a claim and how each stands, in words. */
export function Outline({ parts, open, problems, current }: Outlining) {
  const words = useWords().claims
  const toFix = (part: string) =>
    problems.filter(problem => problem.severity === 'fix' && problem.part === part).length
  const toConfirm = problems.filter(problem => problem.attestation !== undefined).length
  return (
    <nav className={look.parts} aria-label={words.outline}>
      <ol>
        {parts.map((part, n) => {
          const fixes = toFix(part.id)
          const said = !open.has(part.id)
            ? words.stands
            : fixes === 0
              ? words.ready
              : words.toFix({ n: fixes })
          return (
            <li key={part.id}>
              <a
                className={look.part}
                href={`#part-${part.id}`}
                aria-current={current === part.id ? 'step' : undefined}
              >
                <strong>{words.part({ n: n + 1, title: part.title })}</strong>
                <span className={fixes === 0 ? good : asking}>{said}</span>
              </a>
            </li>
          )
        })}
        <li>
          <a
            className={look.part}
            href="#your-word"
            aria-current={current === 'your-word' ? 'step' : undefined}
          >
            <strong>{words.part({ n: parts.length + 1, title: words.yourWord })}</strong>
            <span className={toConfirm === 0 ? good : asking}>
              {toConfirm === 0 ? words.ready : words.toConfirm({ n: toConfirm })}
            </span>
          </a>
        </li>
      </ol>
    </nav>
  )
}
