import { style } from '@vanilla-extract/css'
import { tokens } from '../design/tokens.css.ts'

export const dropArea = style({
  display: 'grid',
  justifyItems: 'center',
  gap: '4px',
  width: '100%',
  maxWidth: '44rem',
  padding: '34px 20px',
  margin: '18px 0 14px',
  border: `1.5px dashed ${tokens.edge}`,
  borderRadius: '3px',
  background: tokens.raised,
  color: tokens.ink,
  cursor: 'pointer',
  ':hover': { borderColor: tokens.pen, background: tokens.penWash },
})
/** Once something came, the list is what one looks at. */
export const dropAreaLow = style([dropArea, { padding: '12px 20px' }])
export const dropWords = style({ font: `500 1.25rem/1.75rem ${tokens.read}` })
export const ways = style({ display: 'flex', flexWrap: 'wrap', gap: '8px', marginBottom: '24px' })
export const writing = style({ maxWidth: '44rem', margin: '0 0 28px', display: 'grid', gap: '4px' })
export const job = style({ margin: '0 0 20px' })
export const list = style({ maxWidth: '52rem' })
export const listHead = style({
  display: 'flex',
  justifyContent: 'space-between',
  flexWrap: 'wrap',
  gap: '4px 16px',
  alignItems: 'baseline',
  paddingBottom: '6px',
})
export const arrival = style({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  gap: '2px 16px',
  alignItems: 'center',
  borderTop: `1px solid ${tokens.rule}`,
  padding: '8px 10px',
  marginInline: '-10px',
  minHeight: '40px',
})
export const asked = style([arrival, { background: tokens.penWash }])
export const name = style({
  font: `600 0.9375rem/1.375rem ${tokens.app}`,
  background: 'none',
  border: 0,
  padding: 0,
  minHeight: '24px',
  color: 'inherit',
  textAlign: 'left',
  cursor: 'pointer',
  overflowWrap: 'anywhere',
  ':hover': { textDecoration: 'underline', textUnderlineOffset: '3px' },
})
export const facts = style({ display: 'flex', flexWrap: 'wrap', gap: '0 12px' })
export const plainName = style({ fontWeight: 600, overflowWrap: 'anywhere' })
export const why = style({ gridColumn: '1 / -1', marginTop: '4px' })
export const slotNote = style({
  borderLeft: `4px solid ${tokens.pen}`,
  background: tokens.penWash,
  padding: '8px 14px',
  marginTop: '14px',
  maxWidth: '44rem',
  display: 'flex',
  flexWrap: 'wrap',
  gap: '4px 16px',
})
export const picker = style({ display: 'none' })
