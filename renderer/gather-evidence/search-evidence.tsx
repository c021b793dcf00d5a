import { useEffect, useRef, useState } from 'react'
import { useSearchParams } from 'wouter'
import { useRows } from '../app/rows.ts'
import { useWords } from '../app/words.tsx'
import { SelectField, TextField } from '../design/field.tsx'
import { TextLink } from '../design/link.tsx'
import * as look from './timeline.css.ts'

/** A browser takes only so many changes of the address in a while. */
const pauseMs = 120

/** Words and goal to look for. Both stand in the address; Ctrl+F goes to the words. */
export function SearchEvidence({ isTrash }: { readonly isTrash: boolean }) {
  const words = useWords()
  const said = words.evidence.list
  const [search, setSearch] = useSearchParams()
  const [typed, setTyped] = useState<string>()
  const field = useRef<HTMLDivElement>(null)
  const goal = search.get('goal') ?? ''

  const put = (name: 'q' | 'goal', value: string) =>
    setSearch(
      before => {
        const next = new URLSearchParams(before)
        if (value.trim() === '') next.delete(name)
        else next.set(name, value)
        return next
      },
      { replace: true },
    )
  const newest = useRef(put)
  newest.current = put

  useEffect(() => {
    if (typed === undefined) return
    const timer = setTimeout(() => {
      newest.current('q', typed)
      setTyped(undefined)
    }, pauseMs)
    return () => clearTimeout(timer)
  }, [typed])

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isFind = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key === 'f'
      if (!isFind) return
      event.preventDefault()
      field.current?.querySelector('input')?.select()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])

  return (
    <div className={look.search} role="search">
      <div ref={field}>
        <TextField
          label={said.search}
          type="search"
          value={typed ?? search.get('q') ?? ''}
          onValue={setTyped}
        />
      </div>
      {isTrash ? null : <GoalFilter goal={goal} onGoal={id => put('goal', id)} />}
      {isTrash ? null : (
        <TextLink to="/evidence?trash=1" className={look.trashLink}>
          {said.trash}
        </TextLink>
      )}
    </div>
  )
}

function GoalFilter({ goal, onGoal }: { readonly goal: string; onGoal(id: string): void }) {
  const words = useWords()
  const said = words.evidence.list
  const rows = useRows('plan', {})
  const goals = (rows?.goals ?? []).filter(one => one.body.layer === 'personal' || one.id === goal)
  return (
    <SelectField
      label={said.goal}
      value={goal}
      options={[
        { value: '', label: said.anyGoal },
        ...goals.map(one => ({ value: one.id, label: one.body.title })),
      ]}
      onValue={onGoal}
    />
  )
}
