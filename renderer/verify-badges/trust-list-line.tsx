import type { TrustListSaid } from '../../contract/device/trust-lists.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { mono, quiet, row, small } from '../design/text.css.ts'
import { fingerprintSaid } from './fingerprint-said.ts'
import * as look from './verify.css.ts'

interface Line {
  readonly list: TrustListSaid
  readonly busy: boolean
  onSave(): void
  onRemove(): void
}

/** One list: who made it and when, whom it names, and the key behind it. */
export function TrustListLine({ list, busy, onSave, onRemove }: Line) {
  const said = useWords().verify.lists
  const { name, createdAt, issuers, issuersCount, listsCount, isDistricts, fingerprint } = list
  const more = issuersCount - issuers.length
  return (
    <>
      <p>
        <strong>{name}</strong>{' '}
        <span className={quiet}>{isDistricts ? said.own : said.accepted}</span>
      </p>
      <p className={`${small} ${quiet}`}>
        {said.made({ at: createdAt, issuers: issuersCount, lists: listsCount })}
      </p>
      <details className={look.leftOut}>
        <summary>{said.issuers}</summary>
        <ul>
          {issuers.map(issuer => (
            <li key={issuer.id}>
              {issuer.name ?? ''} <span className={mono}>{issuer.id}</span>
            </li>
          ))}
        </ul>
        {more > 0 ? <p>{said.issuersMore({ n: more })}</p> : null}
      </details>
      <p className={`${small} ${quiet} ${look.fingerprint}`}>{said.fingerprint}</p>
      <p className={mono}>{fingerprintSaid(fingerprint)}</p>
      <div className={`${row} ${look.pasteDo}`}>
        <Button kind="small" busy={busy} onPress={onSave}>
          {said.save}
        </Button>
        {isDistricts ? null : (
          <Button kind="small" onPress={onRemove}>
            {said.remove}
          </Button>
        )}
      </div>
    </>
  )
}
