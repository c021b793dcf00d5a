import { mayAgreeToRoles } from '../../core/person/rights.ts'
import { useRows } from '../app/rows.ts'
import { useSession } from '../app/session.tsx'
import { useWords } from '../app/words.tsx'
import { EmptyState } from '../design/empty-state.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { Screen } from '../design/frame.tsx'
import { TextLink } from '../design/link.tsx'
import { LoadingLine } from '../design/progress.tsx'
import { lead, measure } from '../design/text.css.ts'
import { RequestList, shownRequests } from './role-requests.tsx'

/** The same as in People, for an officer, whom nothing else there is for. */
export function RolesThatWait() {
  const words = useWords()
  const said = words.people.requests
  const rows = useRows('people', {})
  const { holding } = useSession()
  const requests = shownRequests(rows?.requests ?? [], Date.now())
  if (!mayAgreeToRoles(holding))
    return (
      <Screen title={said.title}>
        <ErrorNote kind="ask" said={said.notYours} next="">
          <TextLink to="/today">{words.frame.back}</TextLink>
        </ErrorNote>
      </Screen>
    )
  return (
    <Screen title={said.title} beside={<TextLink to="/today">{words.frame.back}</TextLink>}>
      <p className={`${lead} ${measure}`}>{said.lead}</p>
      {rows === undefined ? <LoadingLine label={words.frame.loading} /> : null}
      {rows === undefined || requests.length > 0 ? null : (
        <EmptyState>
          <strong>{said.none}</strong>
        </EmptyState>
      )}
      {rows === undefined ? null : <RequestList {...rows} requests={requests} level={2} />}
    </Screen>
  )
}
