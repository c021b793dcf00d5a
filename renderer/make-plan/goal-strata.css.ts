import { globalStyle, style, styleVariants } from '@vanilla-extract/css'
import { small } from '../design/frame.css.ts'
import { tokens } from '../design/tokens.css.ts'

const narrow = '(max-width: 620px)'

export const strata = style({
  display: 'grid',
  gap: '0 3px',
  marginTop: '20px',
  '@media': { [narrow]: { display: 'block' } },
})
/** A layer's heading and list stand in the one grid. */
export const layer = style({ display: 'contents', '@media': { [narrow]: { display: 'block' } } })
export const layerName = style({
  gridColumn: 1,
  paddingTop: '9px',
  color: tokens.ink3,
})
globalStyle(`${layerName}${layerName}`, { fontSize: '0.8125rem', lineHeight: '1.125rem' })
export const field = style({ display: 'grid', marginBottom: '3px', minWidth: 0 })

const box = style({
  display: 'block',
  padding: '8px 10px 9px',
  background: tokens.paper,
  borderTop: `2px solid ${tokens.rule}`,
  fontSize: '0.8125rem',
  lineHeight: '1.125rem',
  color: tokens.ink2,
  textDecoration: 'none',
  overflowWrap: 'anywhere',
  hyphens: 'auto',
  ':hover': { color: tokens.ink, borderColor: tokens.edge },
})
const mine = style([
  box,
  {
    font: `500 1.0625rem/1.5rem ${tokens.read}`,
    color: tokens.ink,
    background: 'none',
    border: `1px solid ${tokens.rule}`,
    borderTop: `2px solid ${tokens.edge}`,
    padding: '12px 14px 14px',
    minHeight: '100px',
    '@media': {
      [small]: { fontSize: '0.9375rem', lineHeight: '1.375rem', padding: '10px 10px 12px' },
    },
  },
])
const onPath = { borderColor: tokens.pen, color: tokens.ink, background: tokens.penWash }

export const goal = styleVariants({
  plain: [box],
  lit: [box, onPath],
  mine: [mine],
  mineLit: [mine, onPath],
})
export const note = style({
  display: 'block',
  font: `0.8125rem/1.125rem ${tokens.app}`,
  color: tokens.ink2,
  marginTop: '6px',
})
export const gap = style({
  padding: '8px 10px 9px',
  border: `1px dashed ${tokens.rule}`,
  fontSize: '0.8125rem',
  lineHeight: '1.125rem',
  color: tokens.ink3,
  marginBottom: '3px',
})
