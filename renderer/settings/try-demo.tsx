import { useState } from 'react'
import { useWords } from '../app/words.tsx'
import { Button } from '../design/button.tsx'
import { measure, quiet, row } from '../design/text.css.ts'
import { door } from '../door/door.ts'
import { becoming } from '../door/shown-records.ts'
import { DemoStarting } from '../start-here/demo-starting.tsx'
import * as look from './settings.css.ts'

/** The demo for somebody who has records of their own: it opens beside them. */
export function TryDemo() {
  const said = useWords().settings.district.tryDemo
  const [isOpening, setOpening] = useState(false)
  return (
    <section className={look.group}>
      <h2>{said.title}</h2>
      <p className={`${measure} ${quiet}`}>{said.what}</p>
      {isOpening ? (
        <DemoStarting begin={() => becoming(() => door.setup({ demo: true }))} />
      ) : (
        <div className={row}>
          <Button onPress={() => setOpening(true)}>{said.open}</Button>
        </div>
      )}
    </section>
  )
}
