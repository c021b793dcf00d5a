import {
  Autocomplete,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  SearchField,
  useFilter,
} from 'react-aria-components'
import { input, item, list, none, section } from './palette.css.ts'
import { Sheet } from './sheet.tsx'

export interface Choice {
  readonly id: string
  readonly label: string
}

interface Finding {
  readonly open: boolean
  readonly title: string
  readonly hint: string
  readonly nothing: string
  readonly groups: readonly { readonly label: string; readonly choices: readonly Choice[] }[]
  onChoose(id: string): void
  onClose(): void
}

/** Find or do: one field, verbs first; accents and case are forgiven. */
export function Palette(props: Finding) {
  const { contains } = useFilter({ sensitivity: 'base' })
  const groups = props.groups.filter(group => group.choices.length > 0)
  return (
    <Sheet title={props.title} open={props.open} onClose={() => props.onClose()}>
      <Autocomplete filter={contains}>
        <SearchField aria-label={props.title} autoFocus>
          <Input className={input} placeholder={props.hint} />
        </SearchField>
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
                </ListBoxItem>
              ))}
            </ListBoxSection>
          ))}
        </ListBox>
      </Autocomplete>
    </Sheet>
  )
}
