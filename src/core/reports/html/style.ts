/**
 * The style sheet of the HTML report. It stands in the page, allowed by its hash alone: colours of both schemes have
 * a contrast of at least 4.5 to 1 (WCAG 1.4.3), and no meaning rests on colour.
 */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1f2328; --dim: #59636e; --line: #d1d9e0; --soft: #f6f8fa; --page: #fff;
  --block: #b3141d; --warn: #8a5300; --pass: #116329; }
@media (prefers-color-scheme: dark) { :root { --ink: #f0f6fc; --dim: #9198a1; --line: #3d444d; --soft: #151b23;
  --page: #0d1117; --block: #ff8b85; --warn: #e3b341; --pass: #56d364; } }
* { box-sizing: border-box }
body { margin: 0; background: var(--page); color: var(--ink);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif }
main { max-width: 1080px; margin: 0 auto; padding: 24px 20px 48px }
h1 { font-size: 24px; line-height: 1.3; margin: 0 0 4px } h2 { font-size: 18px; margin: 32px 0 10px }
h3 { font-size: 16px; margin: 0 0 6px } p { margin: 6px 0 } a { color: inherit }
.verdict { border: 1px solid var(--line); border-left: 8px solid var(--tone); border-radius: 6px; padding: 16px 20px; background: var(--soft) }
.verdict h1, .tone { color: var(--tone) } .block { --tone: var(--block) } .warn { --tone: var(--warn) } .pass { --tone: var(--pass) }
.counts { display: flex; flex-wrap: wrap; gap: 8px; margin: 16px 0 0; padding: 0 }
.counts div { border: 1px solid var(--line); border-radius: 6px; padding: 6px 14px; min-width: 84px }
.counts dt { color: var(--dim); font-size: 13px } .counts dd { margin: 0; font-size: 20px; font-weight: 600 }
article { border: 1px solid var(--line); border-left: 4px solid var(--tone); border-radius: 6px; padding: 12px 16px; margin: 10px 0; break-inside: avoid }
article dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 14px; margin: 8px 0 0 }
article dt { color: var(--dim) } article dd { margin: 0; overflow-wrap: anywhere }
code { font: 13px/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; background: var(--soft); border: 1px solid var(--line);
  border-radius: 4px; padding: 0 4px; overflow-wrap: anywhere; unicode-bidi: isolate }
.scroll { overflow-x: auto } table { border-collapse: collapse; width: 100%; font-size: 14px }
caption { text-align: left; color: var(--dim); padding: 4px 0 }
th, td { border: 1px solid var(--line); padding: 6px 10px; text-align: left; vertical-align: top; overflow-wrap: break-word }
th { background: var(--soft) } td:first-child { white-space: nowrap }
summary { cursor: pointer; padding: 6px 0; font-weight: 600 } footer { color: var(--dim); margin-top: 32px }
@media print { main { max-width: none; padding: 0 } .verdict, article { box-shadow: none } a { text-decoration: none }
  thead { display: table-header-group } tr { break-inside: avoid } }
`
