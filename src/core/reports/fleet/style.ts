/** What the page of figures adds to the style sheet of the reports. Severities differ in pattern of label and colour. */
export const DASHBOARD_STYLE = `
.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(210px, 1fr)); gap: 10px; margin: 16px 0; padding: 0 }
.tiles div { border: 1px solid var(--line); border-radius: 6px; padding: 10px 14px; background: var(--soft) }
.tiles dt { color: var(--dim); font-size: 13px } .tiles dd { margin: 0; font-size: 22px; font-weight: 600 }
.tiles dd small { display: block; color: var(--dim); font-size: 13px; font-weight: 400 }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(420px, 100%), 1fr)); gap: 16px }
figure { margin: 0; border: 1px solid var(--line); border-radius: 6px; padding: 12px 14px } figcaption { font-weight: 600; margin-bottom: 6px }
svg { display: block; width: 100%; height: auto } svg text { fill: var(--dim); font-size: 11px; font-family: inherit }
.axis { stroke: var(--line); stroke-width: 1 } .trend { fill: none; stroke-width: 2.5 } .mean { stroke: var(--block) }
.median { stroke: var(--pass); stroke-dasharray: 6 4 } .dot.mean { fill: var(--block) } .dot.median { fill: var(--pass) }
.critical { fill: var(--block) } .high { fill: #d9602b } .medium { fill: #b98900 } .low { fill: #3f7cbf } .none, .unknown { fill: #8b8f96 }
.key { display: inline-block; margin-right: 14px; color: var(--dim); font-size: 13px } .key svg { display: inline-block; width: 22px; height: 12px; vertical-align: middle }
.filter { margin: 6px 0; display: none } .scripted .filter { display: block } .filter input { font: inherit; padding: 4px 8px; width: min(280px, 100%);
  color: var(--ink); background: var(--page); border: 1px solid var(--dim); border-radius: 6px } td.number { text-align: right }
@media (max-width: 600px) {
  main { padding: 12px 12px 32px } h1 { font-size: 20px } h2 { margin: 20px 0 6px } th, td { padding: 4px 8px; white-space: nowrap }
  td:first-child { white-space: normal; min-width: 88px }
  .tiles { grid-template-columns: repeat(auto-fill, minmax(150px, 1fr)); gap: 8px } .tiles div { padding: 6px 10px }
}
`
