import { useQuery } from '@tanstack/react-query'
import { useRef, useState, type ChangeEvent } from 'react'
import type { TrustListSaid, TrustRefused } from '../../contract/device/trust-lists.ts'
import { useAct } from '../app/act.ts'
import { useFootNote } from '../app/foot-note.ts'
import { askAnew } from '../app/rows.ts'
import { saveBytes } from '../app/save-bytes.ts'
import { useWords } from '../app/words.tsx'
import { Button, Key } from '../design/button.tsx'
import { EmptyState } from '../design/empty-state.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { Screen } from '../design/frame.tsx'
import { TextLink } from '../design/link.tsx'
import { LiveRegion } from '../design/live-region.tsx'
import { usePrimaryKey } from '../design/primary-key.ts'
import { lead, row, ruled } from '../design/text.css.ts'
import { useWayBack } from '../design/way-back.ts'
import { kindsHeld } from '../door/door.ts'
import { fileNameOf } from '../hold-badges/file-name.ts'
import { AcceptSheet } from './accept-sheet.tsx'
import { RemoveListSheet } from './remove-list-sheet.tsx'
import { trustLists } from './trust-door.ts'
import { useDropHere } from './use-drop-here.ts'
import { TrustListLine } from './trust-list-line.tsx'
import * as look from './verify.css.ts'

const name = 'trust-lists'
kindsHeld.set(name, ['trust-bundle'])

/** What stands above the screen: a key to compare, or a list to take away. */
type Asked =
  | { readonly accept: Blob; readonly about: TrustRefused; readonly differs: boolean }
  | { readonly remove: TrustListSaid }

/** Whose word counts when a badge is verified here: the district's list, and those that a person accepted. */
export function TrustScreen() {
  const said = useWords().verify.lists
  const { attempt, told, busy } = useAct()
  const [refused, setRefused] = useState<TrustRefused>()
  const [asked, setAsked] = useState<Asked>()
  const [done, setDone] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const { data } = useQuery({ queryKey: [name], queryFn: () => trustLists.all() })
  const choose = () => field.current?.click()
  const wayBack = useWayBack('/verify')
  usePrimaryKey(asked === undefined ? choose : undefined)

  const take = async (file: Blob, fingerprint?: string) => {
    setRefused(undefined)
    const answer = await attempt(() => trustLists.take(file, fingerprint))
    if (answer?.refused?.code === 'BUNDLE_OTHER_KEY')
      setAsked({ accept: file, about: answer.refused, differs: fingerprint !== undefined })
    else {
      setAsked(undefined)
      setRefused(answer?.refused)
    }
    if (answer?.taken !== undefined) setDone(said.taken({ name: answer.taken.name }))
    await askAnew({ queryKey: [name] })
  }
  // A list that is dropped or pasted here is meant for this screen: it is no evidence.
  const isOver = useDropHere({
    files({ inputs }) {
      const [first] = inputs
      if (first !== undefined) void take(first.bytes)
    },
    text: text => void take(new Blob([text])),
  })
  useFootNote(0, said.dropHere)
  const given = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.currentTarget.files?.[0]
    event.currentTarget.value = ''
    if (file !== undefined) void take(file)
  }
  const save = async (list: TrustListSaid) => {
    const file = await attempt(() => trustLists.file(list.fingerprint))
    if (file === undefined) return
    const fileName = fileNameOf(list.name, 'trust.json')
    saveBytes(file, fileName)
    setDone(said.saved({ name: fileName }))
  }
  return (
    <Screen title={said.title} titled="page">
      <p className={`${lead} ${look.measured}`}>{said.lead}</p>
      {told === undefined ? null : <ErrorNote {...told} />}
      {refused === undefined ? null : <Refused {...refused} />}
      <div className={look.ways}>
        <div className={row}>
          <Button kind="primary" keys="Ctrl Enter" busy={busy} onPress={choose}>
            {said.add}
          </Button>
          <TextLink to={wayBack.to} onGo={wayBack.go}>
            {wayBack.to === '/verify' ? said.back : said.backToBadges}
          </TextLink>
          <Key>Esc</Key>
        </div>
      </div>
      <input
        ref={field}
        className={look.file}
        type="file"
        tabIndex={-1}
        aria-label={said.add}
        onChange={given}
      />
      {data?.refused === undefined ? null : <Refused {...data.refused} before={said.refusedNow} />}
      {data?.lists.length === 0 ? (
        <EmptyState>
          <p>{said.none}</p>
        </EmptyState>
      ) : (
        <ul className={`${ruled} ${look.lists}`}>
          {data?.lists.map(list => (
            <li key={list.fingerprint}>
              <TrustListLine
                list={list}
                busy={busy}
                onSave={() => void save(list)}
                onRemove={() => setAsked({ remove: list })}
              />
            </li>
          ))}
        </ul>
      )}
      <LiveRegion say={done} />
      {asked !== undefined && 'accept' in asked ? (
        <AcceptSheet
          about={asked.about}
          differs={asked.differs}
          busy={busy}
          onAccept={fingerprint => void take(asked.accept, fingerprint)}
          onClose={() => setAsked(undefined)}
        />
      ) : null}
      {asked !== undefined && 'remove' in asked ? (
        <RemoveListSheet
          list={asked.remove}
          onGone={() => void askAnew({ queryKey: [name] }).then(() => setAsked(undefined))}
          onClose={() => setAsked(undefined)}
        />
      ) : null}
      {isOver ? <div className={look.over}>{said.dropHere}</div> : null}
    </Screen>
  )
}

/** Why a list is not taken; `before`: what that means for the one that is here. */
function Refused({ code, facts, before }: TrustRefused & { readonly before?: string }) {
  const words = useWords().verify.lists.refusals[code]
  const said = before === undefined ? words.said(facts) : `${before} ${words.said(facts)}`
  return <ErrorNote said={said} next={words.next} code={code} />
}
