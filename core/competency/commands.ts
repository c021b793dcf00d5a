import { importCompetencies, importFramework } from './import.ts'
import { retireCompetencies } from './retire.ts'

export const competencyCommands = {
  'framework.import': importFramework,
  'competency.import': importCompetencies,
  'competency.retire': retireCompetencies,
}
