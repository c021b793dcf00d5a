/** What a framework or a statement is called in CASE, everywhere in the world: for exports and alignments. */
export const caseIdentifierOf = ({
  id,
  body,
}: {
  readonly id: string
  readonly body: { readonly identifier?: string | undefined }
}): string => body.identifier ?? id
