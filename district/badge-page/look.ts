/**
 * How the page of a badge looks: the two voices and the margin of the screens, with the faces that the reader's system
 * has, since the page may fetch nothing but this sheet. Without it the page reads from top to bottom.
 */
export const look = `
:root {
  color-scheme: light dark;
  --paper: #f3f0e8; --raised: #ffffff; --rule: #ded8cb; --ink: #1d2026; --ink-2: #4b4a47;
  --pen: #27468f; --margin: #dda39c; --met: #1c6344; --met-wash: #e1f0e7;
  --ask: #7c5000; --ask-wash: #faedcc; --stop: #9b2f27; --stop-wash: #fae5e1;
  --app: "Atkinson Hyperlegible Next", "Atkinson Hyperlegible", system-ui, sans-serif;
  --read: Literata, Charter, Georgia, serif;
  --mono: ui-monospace, Menlo, Consolas, monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14161a; --raised: #252931; --rule: #353a43; --ink: #ece7dc; --ink-2: #c0bbb0;
    --pen: #a9bff5; --margin: #7a4c47; --met: #86cfa6; --met-wash: #1a3327;
    --ask: #e8bd68; --ask-wash: #37290e; --stop: #f29c90; --stop-wash: #40211e;
  }
}
* { box-sizing: border-box; margin: 0; padding: 0; }
body { background: var(--paper); color: var(--ink); font: 1rem/1.5rem var(--app); overflow-wrap: anywhere; }
a { color: var(--pen); text-underline-offset: 3px; }
a:focus-visible { outline: 2px solid var(--pen); outline-offset: 2px; }
header { display: flex; flex-wrap: wrap; gap: 4px 24px; justify-content: space-between; padding: 14px 24px; border-bottom: 1px solid var(--rule); }
.sheet { display: grid; grid-template-columns: minmax(0, 1fr); max-width: 76rem; margin: 0 auto; }
main { padding: 28px 24px; display: grid; gap: 30px; align-content: start; justify-items: start; }
aside { padding: 28px 24px; display: grid; gap: 14px; align-content: start; border-top: 1px solid var(--margin); font-size: 0.9375rem; }
@media (min-width: 56rem) {
  .sheet { grid-template-columns: minmax(0, 1fr) 21rem; }
  aside { border-top: 0; border-left: 1px solid var(--margin); }
}
.slip { background: var(--raised); border: 1px solid var(--rule); padding: 24px 28px; width: 100%; max-width: 46rem; display: grid; gap: 12px; }
h1 { font: 500 1.625rem/2.125rem var(--read); }
h2 { font: 500 1.25rem/1.75rem var(--read); margin-bottom: 4px; }
.voice { font: 1.0625rem/1.75rem var(--read); }
.quiet { color: var(--ink-2); }
.small { font-size: 0.8125rem; line-height: 1.25rem; }
.mono { font: 0.75rem/1.125rem var(--mono); }
.standing { border-left: 4px solid; padding: 8px 14px; font-weight: 600; }
.valid { color: var(--met); background: var(--met-wash); }
.suspended, .superseded, .expired, .unknown { color: var(--ask); background: var(--ask-wash); }
.revoked, .damaged { color: var(--stop); background: var(--stop-wash); }
blockquote { border-left: 1px solid var(--margin); padding-left: 14px; }
.facts { display: flex; flex-wrap: wrap; gap: 6px 28px; border-top: 1px solid var(--rule); padding-top: 12px; }
aside dl { display: grid; gap: 10px; }
dt { color: var(--ink-2); font-size: 0.8125rem; line-height: 1.125rem; }
section { width: 100%; max-width: 46rem; }
ol, ul { list-style: none; }
.steps { list-style: decimal; padding-left: 22px; }
.steps li { padding: 4px 0; }
section li { border-top: 1px solid var(--rule); padding: 10px 0; }
.found { color: var(--met); font-weight: 600; }
.lacking { color: var(--ask); font-weight: 600; }
@media print {
  :root { --paper: #ffffff; --raised: #ffffff; --ink: #000000; --ink-2: #333333; --rule: #999999; --pen: #000000; }
  body { font-size: 10.5pt; }
  .sheet { grid-template-columns: minmax(0, 1fr); }
  aside { border-left: 0; border-top: 1px solid var(--margin); }
  .screen { display: none; }
  .standing { background: none; }
  section li, .slip { break-inside: avoid; }
}
@page { margin: 16mm; }
`

/** A slip of paper with its margin. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect x="3" y="6" width="26" height="20" fill="#fffdf8" stroke="#857d6f"/>
<path d="M21 6v20" stroke="#c8877f"/><path d="M7 12h10M7 17h10M7 21h6" stroke="#1d2026" stroke-width="2"/>
</svg>`
