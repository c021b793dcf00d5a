import data from './framework.case.json' with { type: 'json' }

/** Identifier of the framework's document. */
export const practiceFrameworkId: string = data.CFDocument.identifier

/** CASE identifiers of the framework's items by their code: `TD.2` and so on. */
export const competencyIdByCode: ReadonlyMap<string, string> = new Map(
  data.CFItems.map(item => [item.humanCodingScheme, item.identifier] as const),
)
