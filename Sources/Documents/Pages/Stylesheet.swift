/// The one stylesheet, which stands inside every page.
enum Stylesheet {
  /// How a content security policy names this stylesheet: the base-64 SHA-256 of the text.
  static let digestSource = "sha256-v1r+fmUl8L01YI/jo8g4BS6tPee8C0jCZ6hoA5SqhmM="

  /// Custom properties carry the colours, so that the dark scheme and print change only them. Every pair of text and
  /// ground has a contrast of 4.5 or more.
  static let text: StaticString = """

    :root {
      --ground: #f6f7f9; --sheet: #ffffff; --ink: #1b2430; --quiet: #4c5a6b; --line: #d5dbe3; --link: #0b4f8a;
      --bar: #12304f; --bar-ink: #ffffff; --bar-quiet: #c9d7e6;
      --good: #0c5a36; --good-ground: #e3f4ea; --wait: #704700; --wait-ground: #fdf1d8;
      --bad: #941b1b; --bad-ground: #fde8e6; --past: #414b57; --past-ground: #e9edf1;
      --code-ground: #eef1f5;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --ground: #10161d; --sheet: #18212b; --ink: #e8edf3; --quiet: #a9b6c4; --line: #33404e; --link: #8ec5ff;
        --bar: #0b1b2c; --bar-ink: #ffffff; --bar-quiet: #b5c6d8;
        --good: #86e0ac; --good-ground: #12301f; --wait: #ffd08a; --wait-ground: #36280b;
        --bad: #ffaaa3; --bad-ground: #3f1715; --past: #ccd5df; --past-ground: #28323d;
        --code-ground: #222d39;
      }
    }
    * { box-sizing: border-box; }
    body {
      margin: 0; background: var(--ground); color: var(--ink);
      font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", "Noto Sans", "Noto Sans Arabic", sans-serif;
    }
    .measure { max-width: 46rem; margin-inline: auto; padding-inline: 1.25rem; }
    header { background: var(--bar); color: var(--bar-ink); padding-block: .9rem; }
    .mark { font-weight: 700; font-size: 1.15rem; letter-spacing: .01em; margin-inline-end: .5rem; }
    .claim { color: var(--bar-quiet); }
    main { padding-block: 1.75rem 2.5rem; }
    footer { color: var(--quiet); font-size: .875rem; padding-block: 0 2rem; }
    h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 1rem; }
    h2 { font-size: 1.1rem; margin: 2rem 0 .6rem; }
    p { margin: 0 0 .8rem; }
    a { color: var(--link); text-underline-offset: .15em; }
    a:focus-visible, summary:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    .skip { position: absolute; inset-inline-start: -100vw; background: var(--sheet); padding: .5rem 1rem; }
    .skip:focus { inset-inline-start: 1rem; inset-block-start: .5rem; }
    .verdict {
      display: flex; gap: 1rem; align-items: flex-start; padding: 1.1rem 1.25rem; border-radius: .6rem;
      border: 1px solid currentColor; border-inline-start-width: .5rem; margin: 0 0 1.25rem;
    }
    .verdict svg { flex: none; inline-size: 2.5rem; block-size: 2.5rem; margin-block-start: .1rem; }
    .verdict h1 { margin: 0 0 .25rem; }
    .verdict p { margin: 0; color: var(--ink); }
    .issued { color: var(--good); background: var(--good-ground); }
    .suspended { color: var(--wait); background: var(--wait-ground); }
    .revoked { color: var(--bad); background: var(--bad-ground); }
    .expired, .replaced { color: var(--past); background: var(--past-ground); }
    .as-of { color: var(--quiet); font-size: .95rem; }
    .sheet {
      background: var(--sheet); border: 1px solid var(--line); border-radius: .6rem; padding: 1.1rem 1.25rem;
      margin: 0 0 1.25rem;
    }
    .sheet h2:first-child { margin-block-start: 0; }
    .ended { border: 2px dashed var(--quiet); }
    .no-longer { display: block; color: var(--bad); font-weight: 600; }
    dl { display: grid; grid-template-columns: minmax(8rem, 12rem) 1fr; gap: .55rem 1.25rem; margin: 0; }
    dt { color: var(--quiet); }
    dd { margin: 0; overflow-wrap: anywhere; }
    .holder { font-size: 1.35rem; font-weight: 700; line-height: 1.35; }
    .legend dt { color: var(--ink); font-weight: 600; }
    ul { padding-inline-start: 1.2rem; margin: 0; }
    li { margin-block-end: .5rem; }
    code {
      font: .95em/1.5 ui-monospace, "DejaVu Sans Mono", monospace; background: var(--code-ground);
      padding: .1em .35em; border-radius: .25rem; overflow-wrap: anywhere;
    }
    summary { cursor: pointer; }
    details[open] > summary { margin-block-end: .5rem; }
    h3 { font-size: 1rem; margin: 1.1rem 0 .4rem; }
    pre {
      background: var(--code-ground); border-radius: .4rem; padding: .8rem 1rem; margin: 0; overflow: hidden;
      white-space: pre-wrap; overflow-wrap: anywhere;
    }
    pre code { padding: 0; }
    .columns { columns: 3 9rem; }
    .found { color: var(--good); background: var(--good-ground); font-weight: 600; }
    .missed { color: var(--bad); background: var(--bad-ground); font-weight: 600; }
    .found p, .missed p { margin: 0; }
    label { display: block; font-weight: 600; }
    .hint { color: var(--quiet); font-size: .95rem; margin: .1rem 0 .5rem; }
    input {
      font: .95rem/1.5 ui-monospace, "DejaVu Sans Mono", monospace; inline-size: 100%; padding: .45rem .6rem;
      border: 1px solid var(--quiet); border-radius: .3rem; background: var(--sheet); color: var(--ink);
    }
    button {
      font: inherit; font-weight: 600; margin-block-start: .6rem; padding: .5rem 1.1rem; min-block-size: 2.5rem;
      border: 0; border-radius: .3rem; background: var(--link); color: var(--sheet); cursor: pointer;
    }
    input:focus-visible, button:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    @media (max-width: 34rem) {
      dl { grid-template-columns: 1fr; gap: .1rem; }
      dd { margin-block-end: .7rem; }
      .claim { display: block; }
      h1 { font-size: 1.35rem; }
      .verdict { gap: .75rem; padding: .9rem 1rem; }
      .verdict svg { inline-size: 2rem; block-size: 2rem; }
    }
    @media print {
      :root {
        --ground: #ffffff; --sheet: #ffffff; --ink: #000000; --quiet: #333333; --line: #777777; --link: #000000;
        --bar: #ffffff; --bar-ink: #000000; --bar-quiet: #333333;
        --good: #0c5a36; --wait: #704700; --bad: #941b1b; --past: #333333;
        --good-ground: #ffffff; --wait-ground: #ffffff; --bad-ground: #ffffff; --past-ground: #ffffff;
        --code-ground: #ffffff;
      }
      header { border-block-end: 1px solid #777777; }
      .skip, footer { display: none; }
      .sheet, .verdict { break-inside: avoid; }
    }

    """
}
