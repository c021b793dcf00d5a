import { useDeferredValue, useState } from 'react'
import { useSearchParams } from 'wouter'
import { Gone } from '../app/gone.tsx'
import { useRows } from '../app/rows.ts'
import { useWords } from '../app/words.tsx'
import { TextField } from '../design/field.tsx'
import { Screen } from '../design/frame.tsx'
import { TextLink } from '../design/link.tsx'
import { LoadingLine } from '../design/progress.tsx'
import { faint, quiet, small } from '../design/text.css.ts'
import { foundCompetencies } from '../make-plan/found-competencies.ts'
import { CompetencyLevels } from './competency-levels.tsx'
import { competencyTree, pathTo } from './competency-tree.ts'
import { FoundStatements } from './found-statements.tsx'
import { FrameworkFacts } from './framework-facts.tsx'
import { RetiredStatements } from './retired-statements.tsx'
import * as look from './frameworks.css.ts'
import { TreeBranch } from './tree-branch.tsx'

/** So few statements open all at once. */
const openAllMax = 60

/** One framework: its statements as a tree, a search over them, and the levels of the one that is chosen. */
export function FrameworkScreen({ params }: { params: Readonly<Record<string, string>> }) {
  const words = useWords()
  const said = words.frameworks
  const id = params['id'] ?? ''
  const rows = useRows('framework', { framework: id })
  const list = useRows('frameworks', {})
  const [search, setSearch] = useSearchParams()
  const [question, setQuestion] = useState(search.get('q') ?? '')
  const asked = useDeferredValue(question)
  const chosen = search.get('item') ?? undefined

  if (rows === undefined || rows.framework?.id !== id) {
    const isGone = list !== undefined && !list.frameworks.some(one => one.id === id)
    if (isGone) return <Gone />
    return (
      <Screen title={said.title}>
        <LoadingLine label={words.frame.loading} />
      </Screen>
    )
  }
  const { framework, competencies, retired } = rows
  const choose = (item: string) =>
    setSearch(before => {
      before.set('item', item)
      return before
    })
  const ask = (text: string) => {
    setQuestion(text)
    setSearch(
      before => {
        if (text === '') before.delete('q')
        else before.set('q', text)
        return before
      },
      { replace: true },
    )
  }
  const competency = [...competencies, ...retired].find(one => one.id === chosen)
  const tree = competencyTree(competencies)
  return (
    <Screen
      title={framework.body.title}
      actions={<TextLink to="/frameworks">{said.back}</TextLink>}
      marginLabel={said.tree.levels}
      margin={
        competency === undefined ? (
          <p className={`${small} ${quiet}`}>{said.tree.choose}</p>
        ) : (
          <CompetencyLevels competency={competency.body} framework={framework.body} />
        )
      }
    >
      <p className={`${small} ${quiet}`}>
        <FrameworkFacts framework={framework.body} />
      </p>
      <p className={`${small} ${faint}`}>{framework.body.licence}</p>
      <div className={look.search}>
        <TextField label={said.tree.search} type="search" value={question} onValue={ask} />
      </div>
      {asked.trim() === '' ? (
        <nav aria-label={said.tree.label}>
          <TreeBranch
            tree={tree}
            parent={undefined}
            openAll={competencies.length <= openAllMax}
            opened={chosen === undefined ? [] : pathTo(competencies, chosen)}
            chosen={chosen}
            onChoose={choose}
          />
        </nav>
      ) : (
        <FoundStatements
          found={foundCompetencies(competencies, asked)}
          question={asked}
          chosen={chosen}
          onChoose={choose}
        />
      )}
      <RetiredStatements retired={retired} chosen={chosen} onChoose={choose} />
    </Screen>
  )
}
