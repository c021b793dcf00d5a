import type { Claim } from '../../core/claim/record.ts'
import type { Row } from '../../contract/device/row.ts'
import type { Told } from '../app/act.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { TextLink } from '../design/link.tsx'
import { quiet, row, small } from '../design/text.css.ts'
import * as look from './issue.css.ts'

interface Lining {
  readonly claim: Row<Claim>
  readonly isChosen: boolean
  readonly isShown: boolean
  readonly failure: Told | undefined
  nameOf(person: string | undefined): string
  onChosen(isChosen: boolean): void
  onShow(): void
}

/** One earned claim: chosen or not, whose it is, who read it; and why it stayed, when it did. */
export function EarnedLine(props: Lining) {
  const { issue: words, claims } = useWords()
  const { title, owner, attempts, changedAt } = props.claim.body
  const attempt = attempts.at(-1)
  const name = props.nameOf(owner)
  return (
    <li className={props.isShown ? look.lineShown : look.line}>
      <input
        type="checkbox"
        checked={props.isChosen}
        aria-label={words.select({ title, name })}
        onChange={event => props.onChosen(event.currentTarget.checked)}
      />
      <div>
        <h2 className={look.title}>{title}</h2>
        <p className={`${small} ${quiet}`}>
          {[
            name,
            words.earnedAt({
              at: attempt?.outcome?.decidedAt ?? changedAt,
              reader: props.nameOf(attempt?.outcome?.reader),
            }),
            words.attempt({ n: attempt?.n ?? 1 }),
          ].join(' · ')}
        </p>
      </div>
      <span className={row}>
        <TextLink
          to={`/claims/${props.claim.id}`}
          as="small"
          label={claims.read.openLabel({ title, name })}
        >
          {claims.read.open}
        </TextLink>
        <Button kind="small" label={words.previewLabel({ title, name })} onPress={props.onShow}>
          {words.preview}
        </Button>
      </span>
      {props.failure === undefined ? null : (
        <div className={look.failure}>
          <ErrorNote {...props.failure} />
        </div>
      )}
    </li>
  )
}
