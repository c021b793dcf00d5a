import { useId, type HTMLInputTypeAttribute, type ReactNode } from 'react'
import * as look from './field.css.ts'
import { useAtOnce } from './use-at-once.ts'

interface Asking {
  readonly label: string
  readonly hint?: string | undefined
  /** What to change, in a sentence. */
  readonly error?: string | undefined
}

/** Label, hint, the control, and what to change; the control is told the ids of its words. */
function Field({
  label,
  hint,
  error,
  children,
}: Asking & { children(id: string, words: FieldWords): ReactNode }) {
  const id = useId()
  const told = [hint === undefined ? [] : `${id}-hint`, error === undefined ? [] : `${id}-error`]
  const ids = told.flat().join(' ')
  return (
    <div className={look.field}>
      <label className={look.label} htmlFor={id}>
        {label}
      </label>
      {hint === undefined ? null : (
        <span id={`${id}-hint`} className={look.hint}>
          {hint}
        </span>
      )}
      {children(id, {
        'aria-describedby': ids === '' ? undefined : ids,
        'aria-invalid': error !== undefined,
      })}
      {error === undefined ? null : (
        <span id={`${id}-error`} className={look.error}>
          {error}
        </span>
      )}
    </div>
  )
}

interface FieldWords {
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': boolean
}

interface TextAsking extends Asking {
  readonly value: string
  onValue(value: string): void
  /** `date` gives a `YYYY-MM-DD` value, or '' while it isn't whole. */
  readonly type?: HTMLInputTypeAttribute
  readonly autoComplete?: string
  readonly placeholder?: string
  readonly rows?: number
  /** Least and most, for dates and numbers. */
  readonly min?: string
  readonly max?: string
  onEnter?(): void
  /** The focus goes elsewhere. */
  onLeave?(): void
  /** The most letters that fit. */
  readonly charsMax?: number
}

/** One line (or, with `rows`, a few) that a person fills in. */
export function TextField(props: TextAsking) {
  return (
    <Field label={props.label} hint={props.hint} error={props.error}>
      {(id, words) =>
        props.rows === undefined ? (
          <input
            {...words}
            id={id}
            className={look.input}
            type={props.type ?? 'text'}
            value={props.value}
            min={props.min}
            max={props.max}
            autoComplete={props.autoComplete ?? 'off'}
            placeholder={props.placeholder}
            maxLength={props.charsMax}
            onChange={event => props.onValue(event.currentTarget.value)}
            onBlur={() => props.onLeave?.()}
            onKeyDown={event => {
              const isPlain = !event.ctrlKey && !event.metaKey && !event.repeat
              if (event.key === 'Enter' && isPlain) props.onEnter?.()
            }}
          />
        ) : (
          <textarea
            {...words}
            id={id}
            className={look.input}
            rows={props.rows}
            value={props.value}
            placeholder={props.placeholder}
            onChange={event => props.onValue(event.currentTarget.value)}
          />
        )
      }
    </Field>
  )
}

interface Option {
  readonly value: string
  readonly label: string
}

interface SelectAsking extends Asking {
  readonly value: string
  readonly options: readonly Option[]
  onValue(value: string): void
}

/** One of a short list. */
export function SelectField(props: SelectAsking) {
  return (
    <Field label={props.label} hint={props.hint} error={props.error}>
      {(id, words) => (
        <select
          {...words}
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
      )}
    </Field>
  )
}

interface PickAsking {
  readonly legend: string
  readonly hint?: string
  readonly name: string
  readonly value: string | undefined
  readonly options: readonly Option[]
  onValue(value: string): void
}

/** One of a few answers, all in sight. */
export function Pick(props: PickAsking) {
  const id = useId()
  const [value, show] = useAtOnce(props.value)
  return (
    <fieldset aria-describedby={props.hint === undefined ? undefined : id}>
      <legend className={look.legend}>{props.legend}</legend>
      {props.hint === undefined ? null : (
        <p id={id} className={look.hintOfPick}>
          {props.hint}
        </p>
      )}
      <div className={look.pick}>
        {props.options.map(option => (
          <label key={option.value} className={look.pickOne}>
            <input
              type="radio"
              name={props.name}
              value={option.value}
              checked={option.value === value}
              onChange={() => {
                show(option.value)
                props.onValue(option.value)
              }}
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
  const [checked, show] = useAtOnce(props.checked)
  return (
    <label className={look.check}>
      <input
        type="checkbox"
        checked={checked}
        onChange={event => {
          show(event.currentTarget.checked)
          props.onChecked(event.currentTarget.checked)
        }}
      />
      <span>{props.children}</span>
    </label>
  )
}
