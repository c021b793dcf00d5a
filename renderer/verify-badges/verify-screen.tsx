import { useRef } from 'react'
import { useSearchParams } from 'wouter'
import { useFootNote } from '../app/foot-note.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { EmptyState } from '../design/empty-state.tsx'
import { Screen } from '../design/frame.tsx'
import { usePrimaryKey } from '../design/primary-key.ts'
import { lead } from '../design/text.css.ts'
import { door } from '../door/door.ts'
import { check, checkAgain, clearBatch, useBatch, type Input } from './batch.ts'
import { PasteText } from './paste-text.tsx'
import { Results } from './results.tsx'
import { inputsOf, textInput, useDropHere } from './use-drop-here.ts'
import { useVerifyKeys } from './use-verify-keys.ts'
import { groupsOf, nextToLookAt } from './verdict.ts'
import * as look from './verify.css.ts'
import { Why } from './why.tsx'

/** One badge or hundreds, checked on this computer alone: the sentence first, then what needs a look. */
export function VerifyScreen() {
  const words = useWords()
  const batch = useBatch()
  const [asked, setAsked] = useSearchParams()
  const files = useRef<HTMLInputElement>(null)
  const groups = groupsOf(batch.checked)
  const wanted = Number(asked.get('badge') ?? 0)
  const seen =
    batch.checked.find(one => one.id === wanted) ?? groups.flatMap(group => group.lines)[0]
  const hasAny = batch.checked.length > 0 || batch.running !== undefined

  const take = (inputs: readonly Input[]) => void check(inputs, door.verify)
  const choose = () => files.current?.click()
  const open = (id: number | undefined) => {
    if (id !== undefined) setAsked({ badge: String(id) }, { replace: true })
  }
  const again = () => {
    if (seen !== undefined) void checkAgain(seen.id, door.verify)
  }
  const isOver = useDropHere(take, words.verify.pasted)
  usePrimaryKey(choose)
  useVerifyKeys({ next: () => open(nextToLookAt(groups, seen?.id)), again })
  useFootNote(0, words.verify.noNetwork)

  return (
    <Screen
      title={words.verify.title}
      titled="page"
      actions={
        <>
          {hasAny ? (
            <Button
              onPress={() => {
                clearBatch()
                setAsked({}, { replace: true })
              }}
            >
              {words.verify.clear}
            </Button>
          ) : null}
          <Button kind="primary" keys="Ctrl Enter" onPress={choose}>
            {hasAny ? words.verify.addMore : words.verify.add}
          </Button>
        </>
      }
      marginLabel={words.verify.why}
      margin={hasAny ? <Why seen={seen} onAgain={again} /> : undefined}
    >
      <input
        ref={files}
        className={look.file}
        type="file"
        multiple
        tabIndex={-1}
        aria-label={words.verify.add}
        onChange={event => {
          take(inputsOf([...(event.currentTarget.files ?? [])]))
          event.currentTarget.value = ''
        }}
      />
      {hasAny ? (
        <Results batch={batch} groups={groups} seen={seen?.id} onOpen={open} />
      ) : (
        <>
          <p className={lead}>{words.verify.lead}</p>
          <div className={look.ways}>
            <EmptyState>
              <strong>{words.verify.example.title}</strong>
              <p>{words.verify.example.says}</p>
              <Button onPress={choose}>{words.verify.add}</Button>
            </EmptyState>
            <PasteText onText={text => take([textInput(words.verify.pasted, text)])} />
          </div>
        </>
      )}
      {isOver ? <div className={look.over}>{words.verify.dropHere}</div> : null}
    </Screen>
  )
}
