import { mayChangeKeys } from '../../core/joint-act/rights.ts'
import { useRows } from '../app/rows.ts'
import { NotForYou } from '../app/not-for-you.tsx'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { Screen } from '../design/frame.tsx'
import { LoadingLine } from '../design/progress.tsx'
import { lead, measure, quiet, ruled, section, small } from '../design/text.css.ts'
import { AskForm } from './ask-form.tsx'
import { KeyChangeLine } from './key-change-line.tsx'

/** The keys that badges rest on: what one officer or administrator asks for, and another agrees to. */
export function KeyChangesScreen() {
  const said = useWords().keyChanges
  const { holding, district } = useSession()
  if (district !== undefined && mayChangeKeys(holding)) return <Changes />
  return <NotForYou said={said} />
}

function Changes() {
  const words = useWords()
  const said = words.keyChanges
  const rows = useRows('key-changes', {})
  return (
    <Screen title={said.title}>
      <p className={`${lead} ${measure}`}>{said.lead}</p>
      {rows === undefined ? <LoadingLine label={words.frame.loading} /> : null}
      {rows === undefined ? null : (
        <section className={section}>
          <h2>{said.list}</h2>
          {rows.changes.length === 0 ? (
            <p className={`${small} ${quiet}`}>{said.none}</p>
          ) : (
            <ul className={ruled} aria-label={said.list}>
              {rows.changes.map(change => (
                <KeyChangeLine key={change.id} change={change} people={rows.people} />
              ))}
            </ul>
          )}
        </section>
      )}
      <AskForm />
    </Screen>
  )
}
