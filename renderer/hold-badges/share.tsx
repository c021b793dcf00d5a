import { useState } from 'react'
import { useAct } from '../app/act.ts'
import { saveBytes } from '../app/save-bytes.ts'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { ErrorNote } from '../design/error-note.tsx'
import { usePrimaryKey } from '../design/primary-key.ts'
import { heading, mono, quiet, small } from '../design/text.css.ts'
import { door } from '../door/door.ts'
import * as look from './badges.css.ts'
import { fileNameOf } from './file-name.ts'

interface Sharing {
  readonly badge: string
  readonly title: string
  /** Its address for everyone, where the district has one. */
  readonly page: string | undefined
}

/** Hands a badge on as a file: the credential itself, or a picture that holds it. */
export function Share({ badge, title, page }: Sharing) {
  const words = useWords().badges
  const { attempt, told, busy } = useAct()
  const [saved, setSaved] = useState<string>()
  const save = async (form: 'json' | 'png') => {
    const file = await attempt(() => door.badgeFile(badge, form))
    if (file === undefined) return
    const name = fileNameOf(title, form)
    saveBytes(file, name)
    setSaved(name)
  }
  usePrimaryKey(() => void save('json'))
  return (
    <div className={look.share}>
      <h2 className={heading}>{words.share}</h2>
      <p className={small}>{words.shareLead}</p>
      {told === undefined ? null : <ErrorNote {...told} />}
      <Button kind="primary" keys="Ctrl Enter" busy={busy} onPress={() => void save('json')}>
        {words.saveJson}
      </Button>
      <Button busy={busy} onPress={() => void save('png')}>
        {words.savePng}
      </Button>
      <p className={`${small} ${quiet}`}>{words.pngWhy}</p>
      {page === undefined ? null : (
        <p className={small}>
          {words.page}: <span className={mono}>{page}</span> {words.pageWhy}
        </p>
      )}
      <p role="status" className={small}>
        {saved === undefined ? '' : words.saved({ name: saved })}
      </p>
    </div>
  )
}
