import { useEffect, useRef, type ChangeEvent } from 'react'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { usePrimaryKey } from '../design/primary-key.ts'
import { row } from '../design/text.css.ts'
import { chosen } from './files-given.ts'
import type { Given } from './given.ts'
import { PasteText } from './paste-text.tsx'
import * as look from './verify.css.ts'

interface Ways {
  /** On a screen of its own choosing files is the primary action. */
  readonly isPrimary?: boolean
  onFiles(given: Given): void
  onText(text: string): void
}

/** Files, a whole folder, or text: each with a button; dropping does the same as choosing. */
export function WaysIn({ isPrimary, onFiles, onText }: Ways) {
  const words = useWords().verify
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (folder.current !== null) folder.current.webkitdirectory = true
  }, [])
  const choose = () => files.current?.click()
  usePrimaryKey(isPrimary === true ? choose : undefined)
  const taken = (event: ChangeEvent<HTMLInputElement>) => {
    // A list that the browser empties with the field: what it holds is taken out first.
    const given = chosen([...(event.currentTarget.files ?? [])])
    event.currentTarget.value = ''
    onFiles(given)
  }
  return (
    <div className={look.ways}>
      <div className={row}>
        {isPrimary === true ? (
          <Button kind="primary" keys="Ctrl Enter" onPress={choose}>
            {words.add}
          </Button>
        ) : (
          <Button onPress={choose}>{words.add}</Button>
        )}
        <Button onPress={() => folder.current?.click()}>{words.many.folder}</Button>
      </div>
      <input
        ref={files}
        className={look.file}
        type="file"
        multiple
        tabIndex={-1}
        aria-label={words.add}
        onChange={taken}
      />
      <input
        ref={folder}
        className={look.file}
        type="file"
        multiple
        tabIndex={-1}
        aria-label={words.many.folder}
        onChange={taken}
      />
      <PasteText onText={onText} />
    </div>
  )
}
