import { useId, type HTMLInputTypeAttribute, type ReactNode } from 'react'
import * as look from './field.css.ts'

interface Asking {
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
}

interface TextAsking extends Asking {
  readonly value: string
  onValue(value: string): void
  readonly type?: HTMLInputTypeAttribute
  readonly autoFocus?: boolean
  readonly autoComplete?: string
  readonly placeholder?: string
  readonly rows?: number
  onEnter?(): void
}

/** One line (or, with `rows`, a few) that a person fills in. */
export function TextField(props: TextAsking) {
  const id = useId()
  const describedBy = `${id}-hint ${id}-error`
  return (
    <div className={look.field}>
      <label className={look.label} htmlFor={id}>
        {props.label}
      </label>
      {props.hint === undefined ? null : (
        <span id={`${id}-hint`} className={look.hint}>
          {props.hint}
        </span>
      )}
      {props.rows === undefined ? (
        <input
          id={id}
          className={look.input}
          type={props.type ?? 'text'}
          value={props.value}
          autoComplete={props.autoComplete ?? 'off'}
          placeholder={props.placeholder}
          aria-describedby={describedBy}
          aria-invalid={props.error !== undefined}
          onChange={event => props.onValue(event.currentTarget.value)}
          onKeyDown={event => {
            if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) props.onEnter?.()
          }}
        />
      ) : (
        <textarea
          id={id}
          className={look.input}
          rows={props.rows}
          value={props.value}
          aria-describedby={describedBy}
          aria-invalid={props.error !== undefined}
          onChange={event => props.onValue(event.currentTarget.value)}
        />
      )}
      {props.error === undefined ? null : (
        <span id={`${id}-error`} className={look.error}>
          {props.error}
        </span>
      )}
    </div>
  )
}

interface SelectAsking extends Asking {
  readonly value: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  onValue(value: string): void
}

/** One of a short list. */
export function SelectField(props: SelectAsking) {
  const id = useId()
  return (
    <div className={look.field}>
      <label className={look.label} htmlFor={id}>
        {props.label}
      </label>
      {props.hint === undefined ? null : <span className={look.hint}>{props.hint}</span>}
      <select
        id={id}
        className={look.input}
        value={props.value}
        onChange={event => props.onValue(event.currentTarget.value)}
      >
        {props.options.map(option => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}

interface PickAsking {
  readonly legend: string
  readonly name: string
  readonly value: string | undefined
  readonly options: readonly { readonly value: string; readonly label: string }[]
  onValue(value: string): void
}

/** One of a few answers, all in sight. */
export function Pick(props: PickAsking) {
  return (
    <fieldset>
      <legend className={look.legend}>{props.legend}</legend>
      <div className={look.pick}>
        {props.options.map(option => (
          <label key={option.value} className={look.pickOne}>
            <input
              type="radio"
              name={props.name}
              value={option.value}
              checked={option.value === props.value}
              onChange={() => props.onValue(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

interface CheckAsking {
  readonly checked: boolean
  readonly children: ReactNode
  onChecked(checked: boolean): void
}

/** A sentence to agree with. */
export function Check(props: CheckAsking) {
  return (
    <label className={look.check}>
      <input
        type="checkbox"
        checked={props.checked}
        onChange={event => props.onChecked(event.currentTarget.checked)}
      />
      <span>{props.children}</span>
    </label>
  )
}
