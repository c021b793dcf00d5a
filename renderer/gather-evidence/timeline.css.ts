import { style } from '@vanilla-extract/css'
import { narrow } from '../design/frame.css.ts'
import { tokens } from '../design/tokens.css.ts'

export const search = style({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 36rem) 15rem auto',
  gap: '8px 16px',
  justifyContent: 'start',
  alignItems: 'end',
  maxWidth: '62rem',
  marginBottom: '18px',
  '@media': { [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' } },
})
export const trashLink = style({
  minHeight: '34px',
  display: 'inline-flex',
  alignItems: 'center',
})
export const weeks = style({ maxWidth: '62rem' })
export const week = style({ selectors: { '& + &': { paddingTop: '20px' } } })
export const weekName = style({
  font: `600 0.8125rem/1.125rem ${tokens.app}`,
  color: tokens.ink3,
  padding: '0 0 6px 120px',
  '@media': { [narrow]: { paddingLeft: 0 } },
})
export const line = style({
  display: 'grid',
  gridTemplateColumns: '104px minmax(0, 1fr) auto',
  gap: '0 16px',
  borderTop: `1px solid ${tokens.rule}`,
  padding: '8px 0',
  marginInline: '-6px',
  paddingInline: '6px',
  selectors: { '&:focus-within': { background: tokens.penWash } },
  '@media': { [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' } },
})
export const day = style({
  textAlign: 'right',
  color: tokens.ink2,
  '@media': { [narrow]: { textAlign: 'left', fontSize: '0.8125rem' } },
})
export const title = style({
  fontWeight: 600,
  color: tokens.ink,
  textDecoration: 'none',
  overflowWrap: 'anywhere',
  ':hover': { textDecoration: 'underline' },
})
export const meta = style({
  fontSize: '0.8125rem',
  lineHeight: '1.25rem',
  color: tokens.ink2,
  display: 'flex',
  alignItems: 'baseline',
  gap: '0 10px',
  minWidth: 0,
})
export const kind = style({ flex: 'none' })
export const said = style({
  font: `0.875rem/1.25rem ${tokens.read}`,
  minWidth: 0,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
})
export const state = style({
  display: 'grid',
  justifyItems: 'end',
  alignContent: 'start',
  fontSize: '0.8125rem',
  lineHeight: '1.375rem',
  color: tokens.ink2,
  textAlign: 'right',
  '@media': { [narrow]: { justifyItems: 'start', textAlign: 'left' } },
})
export const more = style({ padding: '14px 0 0 120px', '@media': { [narrow]: { paddingLeft: 0 } } })
export const example = style({
  display: 'grid',
  gap: '2px',
  borderLeft: `2px solid ${tokens.rule}`,
  paddingLeft: '14px',
})
export const undo = style({
  background: tokens.penWash,
  borderLeft: `4px solid ${tokens.pen}`,
  padding: '6px 14px',
  marginBottom: '14px',
  maxWidth: '62rem',
})
export const inTrash = style([
  state,
  { gap: '4px', maxWidth: '24rem', '@media': { [narrow]: { maxWidth: 'none' } } },
])
export const sure = style({
  flexBasis: '100%',
  display: 'grid',
  gap: '8px',
  padding: '8px',
  textAlign: 'left',
  color: tokens.ink,
})
export const holding = style({ marginInlineStart: '6px' })
