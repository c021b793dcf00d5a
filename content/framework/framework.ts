import data from './framework.case.json' with { type: 'json' }

/**
 * The Meritfolio Framework of Teaching Practice (CC BY 4.0) as a CASE 1.1 CFPackage: 6 areas, 27 competencies, four
 * levels each. Read it like a stranger's package, through the importer.
 */
export const practiceFramework: unknown = data
