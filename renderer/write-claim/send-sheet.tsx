import { promiseFor } from '../../core/claim/promise.ts'
import type { Evidence } from '../../core/evidence/record.ts'
import type { MicroCredential } from '../../core/micro-credential/record.ts'
import type { Row } from '../../contract/device/row.ts'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { TextLink } from '../design/link.tsx'
import { usePrimaryKey } from '../design/primary-key.ts'
import { Sheet } from '../design/sheet.tsx'
import { quiet, row as inRow } from '../design/text.css.ts'
import type { Told } from '../app/act.ts'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'

interface Sending {
  readonly micro: MicroCredential
  readonly answers: number
  readonly evidence: readonly Row<Evidence>[]
  /** How much of what the district found is still as it was. */
  readonly found: number
  readonly told: Told | undefined
  readonly busy: boolean
  onSend(): void
  onClose(): void
}

/** The last look before a claim goes: what is frozen, and the days that are promised. */
export function SendSheet(props: Sending) {
  const words = useWords()
  const session = useSession()
  const said = words.claims.sendPage
  const promise = promiseFor(props.micro, Date.now(), session.calendar)
  // A reflection and a link have no file, and so no size.
  const files = props.evidence.flatMap(row => row.body.file ?? [])
  const sizeBytes = files.reduce((sum, file) => sum + file.sizeBytes, 0)
  const isAlone = session.mode === 'alone'
  usePrimaryKey(isAlone || props.busy ? undefined : () => props.onSend())
  return (
    <Sheet title={said.title({ title: props.micro.title })} open onClose={props.onClose}>
      <p>{said.frozen}</p>
      <p className={quiet}>
        {said.pieces({
          answers: props.answers,
          files: props.evidence.length,
          size: files.length === 0 ? undefined : words.say.size(sizeBytes),
        })}
      </p>
      {props.found === 0 ? null : (
        <ErrorNote kind="ask" said={said.found({ n: props.found })} next={said.foundNext} />
      )}
      {isAlone ? (
        <p>
          {said.alone} <TextLink to="/settings/district">{said.join}</TextLink>
        </p>
      ) : (
        <p>
          {said.promise({ precheck: promise.precheckBy, answer: promise.answerBy })}{' '}
          {promise.skipped.length === 0 ? null : said.skipped({ days: promise.skipped })}
        </p>
      )}
      {props.told === undefined ? null : <ErrorNote {...props.told} />}
      <span className={inRow}>
        {isAlone ? null : (
          <Button kind="primary" keys="Ctrl Enter" busy={props.busy} onPress={() => props.onSend()}>
            {words.claims.sendNow}
          </Button>
        )}
        <Button onPress={() => props.onClose()}>{said.back}</Button>
      </span>
    </Sheet>
  )
}
