import type { Verified } from '../../contract/device/door.ts'
import { useWords } from '../app/words.tsx'
import { CheckMark } from '../design/mark.tsx'
import { codeSaid } from './mark-said.ts'
import * as look from './why.css.ts'

/** Every single check behind the four answers, with its code, for those who want to know. */
export function EveryCheck({ checks }: { checks: Verified['checks'] }) {
  const words = useWords()
  const said = words.verify
  const labels: Readonly<Record<string, string>> = said.check
  return (
    <details className={look.checks}>
      <summary>{said.checks}</summary>
      <ul>
        {checks.map((check, at) => {
          const label = labels[check.id] ?? check.id
          const outcome = said.outcome[check.outcome]
          const code = [
            check.id,
            check.code ?? '',
            check.needed ? said.checkNeeded : '',
            check.about === undefined || check.about === ''
              ? ''
              : said.checkAbout({ about: check.about }),
          ]
          return (
            <li key={`${check.id} ${at}`} className={look.oneCheck}>
              <CheckMark
                outcome={check.outcome}
                label={said.markLabel({ name: label, outcome, age: '' })}
              />
              <div>
                {label}
                {check.code === undefined ? null : (
                  <p>{codeSaid(words, check.code, check.facts ?? {})}</p>
                )}
                <p className={look.code}>{code.filter(part => part !== '').join(' · ')}</p>
              </div>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
