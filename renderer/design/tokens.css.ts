import { createGlobalThemeContract, globalStyle } from '@vanilla-extract/css'

/** Colours, faces and the one shadow, by role. Screens never name a colour (experience.md §4). */
export const tokens = createGlobalThemeContract({
  paper: 'paper',
  sheet: 'sheet',
  raised: 'raised',
  rule: 'rule',
  edge: 'edge',
  ink: 'ink',
  ink2: 'ink-2',
  ink3: 'ink-3',
  pen: 'pen',
  onPen: 'on-pen',
  penWash: 'pen-wash',
  margin: 'margin',
  mark: 'mark',
  met: 'met',
  metWash: 'met-wash',
  ask: 'ask',
  askWash: 'ask-wash',
  stop: 'stop',
  stopWash: 'stop-wash',
  app: 'app',
  read: 'read',
  mono: 'mono',
  float: 'float',
})

/** Light and dark of each role; the browser picks by `color-scheme`. */
const pairs = {
  paper: ['#F3F0E8', '#14161A'],
  sheet: ['#FFFDF8', '#1B1E23'],
  raised: ['#FFFFFF', '#252931'],
  rule: ['#DED8CB', '#353A43'],
  edge: ['#857D6F', '#7F8692'],
  ink: ['#1D2026', '#ECE7DC'],
  'ink-2': ['#4B4A47', '#C0BBB0'],
  'ink-3': ['#66625B', '#9E9A90'],
  pen: ['#27468F', '#A9BFF5'],
  'on-pen': ['#FFFFFF', '#131722'],
  'pen-wash': ['#E6ECF8', '#242E48'],
  margin: ['#DDA39C', '#7A4C47'],
  mark: ['#FFE88C', '#5C4C10'],
  met: ['#1C6344', '#86CFA6'],
  'met-wash': ['#E1F0E7', '#1A3327'],
  ask: ['#7C5000', '#E8BD68'],
  'ask-wash': ['#FAEDCC', '#37290E'],
  stop: ['#9B2F27', '#F29C90'],
  'stop-wash': ['#FAE5E1', '#40211E'],
} as const

globalStyle(':root', {
  colorScheme: 'light dark',
  vars: {
    ...Object.fromEntries(
      Object.entries(pairs).map(([name, [light, dark]]) => [
        `--${name}`,
        `light-dark(${light}, ${dark})`,
      ]),
    ),
    '--app': '"Atkinson Hyperlegible Next Variable", system-ui, sans-serif',
    '--read': '"Literata Variable", Georgia, serif',
    '--mono': '"Atkinson Hyperlegible Mono Variable", ui-monospace, monospace',
    '--float': '0 1px 2px light-dark(#1d202614, #0008), 0 8px 28px light-dark(#1d202626, #000a)',
  },
})
globalStyle(':root[data-theme=light]', { colorScheme: 'light' })
globalStyle(':root[data-theme=dark]', { colorScheme: 'dark' })
