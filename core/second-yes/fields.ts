import { z } from 'zod'

/** Who decided about what another asked for, and when. */
export const decidedFields = {
  /** Who said yes or no: never who asked, unless they took it back. */
  decidedBy: z.string().optional(),
  decidedAt: z.number().optional(),
} as const

/** Who proposes something that takes a second person, when, and who decided. Stored: never rename. */
export const proposalFields = { proposedBy: z.string(), proposedAt: z.number(), ...decidedFields }

/** How proposals are listed: by how they stand, and by when they were made. */
export const byProposal = {
  columns: { state: 'text', proposed: 'int' },
  rows: (_id: string, body: { readonly state: string; readonly proposedAt: number }) => [
    { state: body.state, proposed: body.proposedAt },
  ],
} as const
