import { problemsMax } from '../../limits.ts'
import type { Case } from '../case.ts'
import type { Finding } from '../report.ts'
import { badgeProblems } from './achievement-model.ts'
import { credentialProblems } from './credential-model.ts'
import { statusListProblems } from './status-list-model.ts'

/** Whether the document keeps the data model it claims; each breach is named with its place. */
export function dataModel(the: Case): Finding {
  const spec = the.detected.version === '3.0' ? 'OB 3.0 #data-models' : 'VCDM 2.0 section 4'
  const base = { id: 'dataModel', spec }
  const problems = [...credentialProblems(the), ...badgeProblems(the), ...statusListProblems(the)]
  const [first] = problems
  if (first === undefined)
    return { ...base, about: '', outcome: 'pass', message: 'It is built as the standard asks.' }
  const lines = problems.map(problem => `${problem.about}: ${problem.expected}`)
  return {
    ...base,
    about: first.about,
    outcome: 'fail',
    code: 'MALFORMED_VALUE_ERROR',
    facts: { problems: lines.slice(0, problemsMax), count: problems.length },
    message: 'It is not built as the standard asks.',
    remedy: 'The issuer must repair it and issue it again.',
  }
}
