import { style } from '@vanilla-extract/css'
import { tokens } from '../design/tokens.css.ts'

export const shelf = style({ marginTop: '22px', display: 'grid', gap: '18px', maxWidth: '46rem' })
/** Under the slip of a badge that is to be renewed. */
export const renewing = style({ marginTop: '6px' })
export const example = style({
  border: `1px dashed ${tokens.rule}`,
  padding: '14px 18px',
  display: 'grid',
  gap: '4px',
  width: '100%',
})
export const exampleTitle = style({ font: `500 1.25rem/1.75rem ${tokens.read}` })
export const section = style({ marginTop: '30px', maxWidth: '44rem' })
export const finding = style({
  borderTop: `1px solid ${tokens.rule}`,
  padding: '10px 0',
})
export const link = style({
  display: 'grid',
  gridTemplateColumns: '26px minmax(0, 1fr)',
  gap: '4px 8px',
  borderTop: `1px solid ${tokens.rule}`,
  padding: '10px 0',
})
export const share = style({ display: 'grid', gap: '10px', justifyItems: 'start' })
export const under = style({ marginTop: '24px', display: 'grid', gap: '6px' })
