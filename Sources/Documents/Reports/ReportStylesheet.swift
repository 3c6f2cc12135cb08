/// The stylesheet of the report, which stands inside it.
///
/// Every pair of letters and ground has a contrast of 4.5 or more, every shape that tells something 3 or more against
/// what it lies on. Series differ in lightness and in form, not in hue alone.
enum ReportStylesheet {
  static let text: StaticString = """

    :root {--ink: #1b2430;--quiet: #4c5a6b;--line: #c9d1da;--soft: #f3f6f9;--blue: #0b5c93;--pale: #d7e8f5
      ;--orange: #a34700;--link: #0b4f8a; }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; }
    body { margin: 0 auto; max-width: 76rem; padding: 1.5rem clamp(1rem, 4vw, 2.5rem) 4rem; color: var(--ink);
      background: #fff;
      font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", "Noto Sans Arabic", sans-serif; }
    header { border-block-end: 3px solid var(--blue); padding-block-end: 1rem; }
    .kind { margin: 0; color: var(--blue); font-weight: 600; letter-spacing: .01em; }
    h1 { margin: .1rem 0 .25rem; font-size: clamp(1.6rem, 5vw, 2.4rem); line-height: 1.15; }
    .period { margin: 0; font-size: 1.15rem; font-variant-numeric: tabular-nums; }
    h2 { margin: 0 0 .75rem; font-size: 1.3rem; line-height: 1.25; }
    a { color: var(--link); text-underline-offset: .15em; }
    a:focus-visible, .table:focus-visible { outline: 3px solid var(--blue); outline-offset: 2px; }
    .skip { position: absolute; inset-inline-start: -100vw; background: #fff; padding: .5rem 1rem; }
    .skip:focus { inset-inline-start: 1rem; inset-block-start: .5rem; }
    .head { display: grid; gap: .15rem; margin: 1.25rem 0; font-size: .95rem; }
    .head div { display: grid; grid-template-columns: minmax(9rem, 14rem) 1fr; gap: 0 1rem; }
    .head dt { color: var(--quiet); }
    .head dd { margin: 0; overflow-wrap: anywhere; max-width: 60rem; }
    nav { background: var(--soft); border-radius: .5rem; padding: .9rem 1.25rem; margin-block-end: 2.5rem; }
    nav ol { margin: 0; padding-inline-start: 1.4rem; columns: 17rem; column-gap: 2rem; }
    nav li { break-inside: avoid; padding-block: .1rem; }
    .correction { border-inline-start: .4rem solid var(--orange); padding-inline-start: 1rem;
      margin-block-end: 2rem; }
    .block { margin-block-end: 3rem; scroll-margin-block-start: 1rem; }
    .beside { display: grid; gap: 1.5rem 2.5rem; }
    @media (min-width: 64rem) {
      .beside { grid-template-columns: minmax(0, 30rem) minmax(0, 1fr); align-items: start; }
    }
    .alone, .beside > * { min-width: 0; }
    .alone > figure { margin-block-end: 1rem; }
    figure { margin: 0; max-width: 32rem; }
    figcaption { color: var(--quiet); font-size: .9rem; margin-block-start: .4rem; }
    svg { display: block; width: 100%; height: auto; overflow: visible; font: 13px system-ui, -apple-system,
      "Segoe UI", "Noto Sans", "Noto Sans Arabic", sans-serif; }
    svg text { fill: var(--ink); }
    .figure, .figure-part { font-weight: 600; font-variant-numeric: tabular-nums; paint-order: stroke;
      stroke: #fff; stroke-width: 4px; stroke-linejoin: round; }
    svg .figure-part { fill: var(--orange); }
    svg .tick { fill: var(--quiet); font-size: 12px; font-variant-numeric: tabular-nums; }
    .bar { fill: var(--blue); }
    .bar-whole { fill: var(--pale); stroke: var(--blue); stroke-width: 1; }
    .axis { fill: none; stroke: #6b7887; stroke-width: 1; }
    .trend { fill: none; stroke: var(--blue); stroke-width: 2.5; }
    .dot { fill: var(--blue); }
    .trend-part { fill: none; stroke: var(--orange); stroke-width: 2.5; stroke-dasharray: 6 4; }
    .dot-part { fill: var(--orange); }
    .shade-0 { fill: #fff; stroke: #6b7887; stroke-dasharray: 4 3; }
    .shade-1 { fill: #e3eef8; stroke: #6b7887; } .shade-2 { fill: #c0d9ec; stroke: #6b7887; }
    .shade-3 { fill: #8fbfe0; stroke: #6b7887; } .shade-4 { fill: #1f6ba8; } .shade-5 { fill: #0b3c6b; }
    .field-dark, svg .field-light { font-weight: 600; }
    svg .field-light { fill: #fff; }
    .table { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; font-size: .95rem; }
    .unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%);
      white-space: nowrap; }
    th, td { padding: .35rem .6rem; text-align: start; vertical-align: baseline; }
    th:first-child, td:first-child { padding-inline-start: 0; }
    thead th { border-block-end: 2px solid var(--ink); vertical-align: bottom; font-size: .875rem; }
    tbody th { font-weight: 400; }
    .words { min-width: 9rem; }
    tbody tr { border-block-end: 1px solid var(--line); }
    tfoot th, tfoot td { border-block-start: 2px solid var(--ink); font-weight: 700; }
    .code, .day { white-space: nowrap; }
    .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    thead .number, thead .code, thead .day { white-space: normal; }
    .base { color: var(--quiet); font-weight: 400; font-size: .85em; }
    td em { color: var(--quiet); }
    .definition, .note { color: var(--quiet); font-size: .875rem; max-width: 60rem; }
    .note { margin: .4rem 0 0; }
    .none { background: var(--soft); border-radius: .5rem; padding: .9rem 1.25rem; margin: 0; }
    @media (max-width: 40rem) {
      .head div { grid-template-columns: 1fr; margin-block-end: .5rem; }
    }
    @page { size: A4; margin: 16mm 14mm; }
    @media print {
      body { padding: 0; max-width: none; font-size: 9.5pt; }
      .skip, nav { display: none; }
      .block { margin-block-end: 8mm; }
      .beside { grid-template-columns: 70mm minmax(0, 1fr); gap: 6mm; }
      h2, figure, .head { break-after: avoid; }
      tr, figure { break-inside: avoid; }
      .table { overflow: visible; }
      table, thead th { font-size: 8.5pt; }
      th, td { padding: .2rem .35rem; }
      .words { min-width: 0; }
      .code { white-space: normal; }
      thead { display: table-header-group; }
      a { color: inherit; text-decoration: none; }
      * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
    }

    """
}
