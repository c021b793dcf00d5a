import { style } from '@vanilla-extract/css'
import { tokens } from '../design/tokens.css.ts'

export const page = style({
  maxWidth: '46rem',
  minHeight: '100vh',
  margin: '0 auto',
  padding: '28px 40px 48px',
  background: tokens.sheet,
  borderInline: `1px solid ${tokens.rule}`,
  '@media': { '(max-width: 900px)': { padding: '20px 16px', borderInline: 0 } },
})
export const choices = style({
  display: 'flex',
  flexWrap: 'wrap',
  justifyContent: 'space-between',
  gap: '12px 32px',
})
export const title = style({ margin: '44px 0 24px' })
export const ways = style({ borderBottom: `1px solid ${tokens.rule}` })
export const way = style({ borderTop: `1px solid ${tokens.rule}` })
export const wayOpen = style([way, { boxShadow: `inset 4px 0 ${tokens.pen}` }])
export const wayButton = style({
  display: 'grid',
  gridTemplateColumns: '34px minmax(0, 15rem) minmax(0, 1fr)',
  gap: '0 12px',
  alignItems: 'baseline',
  width: '100%',
  padding: '14px 12px 14px 16px',
  border: 0,
  background: 'none',
  textAlign: 'start',
  cursor: 'pointer',
  ':hover': { background: tokens.penWash },
  '@media': { '(max-width: 620px)': { gridTemplateColumns: '34px minmax(0, 1fr)' } },
})
export const wayTitle = style({ fontWeight: 600, fontSize: '1.0625rem', lineHeight: '1.5rem' })
export const wayWhat = style({
  color: tokens.ink2,
  '@media': { '(max-width: 620px)': { gridColumn: 2 } },
})
export const form = style({
  padding: '4px 16px 20px 62px',
  ':empty': { display: 'none' },
  '@media': { '(max-width: 620px)': { paddingLeft: '16px' } },
})
export const keys = style({ marginTop: '14px', fontSize: '0.8125rem', color: tokens.ink3 })
export const running = style({
  width: '100%',
  maxWidth: '26rem',
  height: '8px',
  accentColor: tokens.pen,
})
