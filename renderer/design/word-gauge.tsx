import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import * as look from './word-gauge.css.ts'
import { unseen } from './text.css.ts'
import { gaugeState } from './word-gauge-state.ts'

const bars = { below: look.below, within: look.within, above: look.above }

interface Gauging {
  readonly words: number
  readonly min: number
  readonly max: number
  /** "268 words, asked for 250 to 300": the sentence is what counts, the bar repeats it. */
  readonly said: string
  readonly id?: string
}

/** A line to 120 % of the limit, the band that was asked for, and a bar as long as what is there. */
export function WordGauge({ words, min, max, said, id }: Gauging) {
  const bar = useRef<HTMLElement>(null)
  const state = gaugeState(words, min, max)
  useLayoutEffect(() => {
    const set = (name: string, percent: number) =>
      bar.current?.style.setProperty(name.slice(4, -1), `${percent}%`)
    set(look.from, state.fromPercent)
    set(look.span, state.spanPercent)
    set(look.reached, state.reachedPercent)
  })
  // Crossing a limit is told once; each word is not.
  const [crossing, setCrossing] = useState('')
  const last = useRef(state.at)
  useEffect(() => {
    if (last.current === state.at) return
    last.current = state.at
    setCrossing(said)
  }, [state.at, said])
  return (
    <div className={look.gauge}>
      <i ref={bar} className={bars[state.at]} aria-hidden="true" />
      <span id={id}>{said}</span>
      <span className={unseen} role="status">
        {crossing}
      </span>
    </div>
  )
}
