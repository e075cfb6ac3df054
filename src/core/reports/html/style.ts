/**
 * What all our pages share. A style sheet stands in the page, allowed by its hash alone: colours of both schemes have
 * a contrast of at least 4.5 to 1 (WCAG 1.4.3), and no meaning rests on colour.
 */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1f2328; --dim: #59636e; --line: #d1d9e0; --soft: #f6f8fa; --page: #fff; --link: #0550ae;
  --block: #b3141d; --warn: #8a5300; --pass: #116329 }
@media (prefers-color-scheme: dark) { :root { --ink: #f0f6fc; --dim: #9198a1; --line: #3d444d; --soft: #151b23; --link: #79c0ff;
  --page: #0d1117; --block: #ff8b85; --warn: #e3b341; --pass: #56d364 } }
* { box-sizing: border-box }
body { margin: 0; background: var(--page); color: var(--ink); overflow-wrap: break-word;
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif }
main { max-width: 1080px; margin: 0 auto; padding: 24px 20px 48px }
h1 { font-size: 24px; line-height: 1.3; margin: 0 0 4px } h2 { font-size: 18px; margin: 28px 0 10px }
h3 { font-size: 16px; margin: 0 0 4px } p { margin: 6px 0 } a { color: var(--link) }
.block { --tone: var(--block) } .warn { --tone: var(--warn) } .pass { --tone: var(--pass) }
code { font: 13px/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; background: var(--soft); border: 1px solid var(--line);
  border-radius: 4px; padding: 0 4px; overflow-wrap: anywhere; unicode-bidi: isolate }
.scroll { overflow-x: auto } table { border-collapse: collapse; width: 100%; font-size: 14px }
caption { text-align: left; color: var(--dim); padding: 4px 0 }
th, td { border: 1px solid var(--line); padding: 6px 10px; text-align: left; vertical-align: top; overflow-wrap: break-word }
th { background: var(--soft) } td:first-child { white-space: nowrap }
summary { cursor: pointer; padding: 6px 0; font-weight: 600 } footer { color: var(--dim); margin-top: 32px }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px }
[hidden] { display: none !important }
`

/** What the report of a decision adds: problems as cards and rows, and under 600 px everything under one another. */
export const REPORT_STYLE = `
.verdict { border: 1px solid var(--line); border-left: 8px solid var(--tone); border-radius: 6px; padding: 14px 18px; background: var(--soft) }
.verdict h1, .unreviewed h2, .tone { color: var(--tone) } .unreviewed { margin-top: 12px } .unreviewed h2 { margin: 0 } .unreviewed ul { margin: 4px 0; padding-left: 20px }
.counts { display: flex; flex-wrap: wrap; gap: 2px 20px; margin: 8px 0 0 }
.counts div { display: flex; gap: 6px } .counts dt { color: var(--dim) } .counts dd { margin: 0; font-weight: 600 }
nav { margin-top: 12px } nav ul { list-style: none; margin: 0; padding: 0 } .jump { display: flex; flex-wrap: wrap; gap: 2px 18px }
.groups { display: flex; flex-wrap: wrap; gap: 0 18px } .groups details[open] { flex-basis: 100% } .groups li { padding: 3px 0 }
.tools { display: none } .scripted .tools { display: flex; flex-wrap: wrap; gap: 8px 14px; align-items: center; margin-top: 6px }
.tools label { color: var(--dim) } .tools input { width: 240px } input, select, button { font: inherit; color: var(--ink); background: var(--page);
  border: 1px solid var(--dim); border-radius: 6px; padding: 3px 8px } .groups button { font-size: 13px; padding: 0 8px }
.group { font-weight: 600; margin: 14px 0 4px; padding-bottom: 2px; border-bottom: 1px solid var(--line); overflow-wrap: anywhere }
article { border: 1px solid var(--line); border-left: 4px solid var(--tone); border-radius: 6px; padding: 10px 14px; margin: 8px 0; break-inside: avoid;
  overflow-wrap: anywhere }
article:target, article:has(:target), td:has(:target) { outline: 2px solid var(--link) }
.row { padding: 0 10px; margin: 0; border-radius: 0; border-top-width: 0 } .group + .row, .card + .row, .row:first-child { border-top-width: 1px }
.row summary { padding: 5px 0 } .row h3 { display: inline-grid; width: calc(100% - 22px); vertical-align: top; margin: 0; gap: 0 12px; font-size: 15px;
  grid-template-columns: 84px minmax(0, 1fr) minmax(0, 1fr) } .row .title { font-weight: 400 }
.where { color: var(--dim); font-weight: 400 } .where strong { color: var(--block) } .row > details[open] { padding-bottom: 10px }
pre { background: var(--soft); border: 1px solid var(--line); border-radius: 4px; padding: 6px 10px; margin: 6px 0; overflow-x: auto;
  font: 13px/1.45 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; unicode-bidi: isolate }
.card summary { font-weight: 400; color: var(--dim); padding: 2px 0 } .places { margin: 8px 0; padding-left: 20px }
article dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 2px 14px; margin: 8px 0 0 }
article dt { color: var(--dim) } article dd { margin: 0 }
.scroll td code { overflow-wrap: break-word } .scroll td { min-width: 76px } [data-name="Why"] { min-width: 240px }
@media (max-width: 600px) {
  main { padding: 10px 12px 32px } h1 { font-size: 19px } h2 { margin: 18px 0 8px } .verdict { padding: 8px 12px } .counts { gap: 0 14px; font-size: 14px }
  nav { margin-top: 8px } .tools input { width: 100% } .tools { gap: 4px 8px } .tools label { flex: 1 1 28%; min-width: 0; font-size: 14px } .tools select { width: 100% }
  .jump { gap: 0 12px; font-size: 14px } .groups { gap: 0 12px; font-size: 14px } .groups summary { padding: 3px 0 }
  .row h3 { grid-template-columns: minmax(0, 1fr) } article dl { grid-template-columns: minmax(0, 1fr) } article dd { margin-bottom: 4px }
  .scroll table, .scroll tbody, .scroll tr, .scroll td, .scroll caption { display: block } .scroll thead { display: none }
  .scroll tr { border: 1px solid var(--line); border-radius: 6px; margin: 8px 0; padding: 4px 0 }
  .scroll td { min-width: 0; border: 0; padding: 2px 10px; white-space: normal; overflow-wrap: anywhere } .scroll td:empty { display: none }
  .scroll td::before { content: attr(data-name) ": "; color: var(--dim) }
}
@media print {
  main { max-width: none; padding: 0 } nav, .scripted .tools { display: none } a { color: inherit; text-decoration: none }
  thead { display: table-header-group } tr { break-inside: avoid } pre { white-space: pre-wrap } details::details-content { content-visibility: visible; height: auto }
}
`
