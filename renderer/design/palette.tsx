import { useEffect, useRef } from 'react'
import {
  Autocomplete,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  SearchField,
} from 'react-aria-components'
import { Key } from './button.tsx'
import { forgivingMatch } from './forgiving-match.ts'
import { detail, input, item, list, none, section } from './palette.css.ts'
import { Sheet } from './sheet.tsx'

export interface Choice {
  readonly id: string
  readonly label: string
  /** The sentence that was found, its page or minute. */
  readonly detail?: string
  /** The key that does the same from anywhere. */
  readonly keys?: string
  /** Found elsewhere for what was typed: shown whatever its label says. */
  readonly found?: boolean
}

interface Finding {
  readonly open: boolean
  readonly title: string
  readonly hint: string
  readonly nothing: string
  readonly groups: readonly { readonly label: string; readonly choices: readonly Choice[] }[]
  onChoose(id: string): void
  onClose(): void
  /** Told at each stroke, for choices that have to be looked up. */
  onTyped?(text: string): void
}

/** Find or do: one field, verbs first; accents, case and typing slips are forgiven. */
export function Palette(props: Finding) {
  const groups = props.groups.filter(group => group.choices.length > 0)
  const found = new Set(
    groups.flatMap(group => group.choices.flatMap(choice => (choice.found ? [choice.id] : []))),
  )
  return (
    <Sheet title={props.title} open={props.open} onClose={() => props.onClose()}>
      <Autocomplete
        filter={(label, typed, node) => found.has(String(node.key)) || forgivingMatch(label, typed)}
        onInputChange={text => props.onTyped?.(text)}
      >
        <Typing label={props.title} hint={props.hint} />
        <ListBox
          className={list}
          aria-label={props.title}
          renderEmptyState={() => <p className={none}>{props.nothing}</p>}
          onAction={key => props.onChoose(String(key))}
        >
          {groups.map(group => (
            <ListBoxSection key={group.label} id={group.label}>
              <Header className={section}>{group.label}</Header>
              {group.choices.map(choice => (
                <ListBoxItem
                  key={choice.id}
                  id={choice.id}
                  textValue={choice.label}
                  className={item}
                >
                  {choice.label}
                  {choice.keys === undefined ? null : <Key>{choice.keys}</Key>}
                  {choice.detail === undefined ? null : (
                    <span className={detail}> {choice.detail}</span>
                  )}
                </ListBoxItem>
              ))}
            </ListBoxSection>
          ))}
        </ListBox>
      </Autocomplete>
    </Sheet>
  )
}

// What it controls is named by the autocomplete around it.
const combobox = { role: 'combobox', 'aria-expanded': true, 'aria-haspopup': 'listbox' } as const

/** The field takes the focus as soon as it is there: the sheet was opened to type. */
function Typing({ label, hint }: { readonly label: string; readonly hint: string }) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  return (
    <SearchField aria-label={label}>
      <Input {...combobox} ref={field} className={input} placeholder={hint} />
    </SearchField>
  )
}
