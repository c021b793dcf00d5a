import { globalStyle, style } from '@vanilla-extract/css'
import { tokens } from '../design/tokens.css.ts'

export const questions = style({ display: 'grid', gap: '18px', marginTop: '14px' })
export const question = style({ display: 'grid', gap: '6px' })
globalStyle(`${question} h3`, { marginBottom: '2px' })
globalStyle(`${question} legend`, { padding: 0 })
export const fieldName = style({
  fontSize: '0.8125rem',
  lineHeight: '1.125rem',
  color: tokens.ink2,
  marginTop: '4px',
})
export const competency = style({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  gap: '2px 8px',
  alignItems: 'start',
  padding: '7px 0',
  borderTop: `1px solid ${tokens.rule}`,
  fontSize: '0.8125rem',
  lineHeight: '1.125rem',
})
/** The picker of a plan, in the narrow margin: statements under their code. */
export const picking = style({})
globalStyle(`${picking} li`, { gridTemplateColumns: 'minmax(0, 1fr) auto' })
globalStyle(`${picking} li > :nth-child(2)`, { gridColumn: '1 / -1', gridRow: 2 })
export const statement = style({ font: `0.875rem/1.25rem ${tokens.read}`, gridColumn: '1 / -1' })
export const code = style({ font: `0.75rem/1.125rem ${tokens.mono}`, color: tokens.ink2 })
