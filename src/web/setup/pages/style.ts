/** The look of the set-up pages: GitHub's, light and dark, in one sheet that travels inside the page. */
import { createHash } from 'node:crypto';

export const STYLE = `
:root { color-scheme: light dark; --bg: #fff; --soft: #f6f8fa; --line: #d1d9e0; --text: #1f2328; --muted: #59636e;
  --link: #0969da; --go: #1f883d; --go-line: #1a7f37; --bad: #d1242f; --bad-bg: #ffebe9; --warn-bg: #fff8c5; --warn: #9a6700; }
@media (prefers-color-scheme: dark) { :root { --bg: #0d1117; --soft: #151b23; --line: #3d444d; --text: #f0f6fc; --muted: #9198a1;
  --link: #4493f8; --go: #238636; --go-line: #2ea043; --bad: #f85149; --bad-bg: #3c1618; --warn-bg: #2e2a1f; --warn: #d29922; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--bg); color: var(--text); font: 16px/1.5 -apple-system, BlinkMacSystemFont, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
a { color: var(--link); } p { margin: .5rem 0 1rem; } .muted, small { color: var(--muted); font-size: .875rem; }
code, pre { font: .85em ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; background: var(--soft); border-radius: 6px; }
code { padding: .15em .35em; overflow-wrap: anywhere; } pre { padding: 1rem; overflow: auto; border: 1px solid var(--line); } pre code { padding: 0; background: none; }
ol.steps { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; margin: 0 0 1.5rem; padding: 0; color: var(--muted); font-size: .875rem; }
ol.steps [aria-current] { color: var(--text); font-weight: 600; }
label, legend { font-weight: 600; } fieldset { border: 0; margin: 1.5rem 0 0; padding: 0; }
.field { margin: 1.25rem 0; } .field small { display: block; margin-bottom: .35rem; }
input[type=text], input[type=url] { width: 100%; padding: .45rem .75rem; font: inherit; color: inherit; background: var(--bg); border: 1px solid var(--line); border-radius: 6px; }
input[aria-invalid=true] { border-color: var(--bad); } .error { color: var(--bad); margin: .35rem 0 0; font-size: .875rem; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.choice { display: grid; grid-template-columns: auto 1fr; gap: 0 .6rem; padding: .75rem 0; border-top: 1px solid var(--line); } .choice small { grid-column: 2; }
button, .button { display: inline-block; padding: .45rem 1rem; font: inherit; font-weight: 600; color: #fff; background: var(--go); border: 1px solid var(--go-line); border-radius: 6px; cursor: pointer; text-decoration: none; }
.note { padding: .75rem 1rem; border: 1px solid var(--line); border-radius: 6px; background: var(--soft); margin: 1rem 0; }
.note.bad { border-color: var(--bad); background: var(--bad-bg); } .note.warn { border-color: var(--warn); background: var(--warn-bg); }
.table { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .875rem; }
th, td { text-align: left; vertical-align: top; padding: .5rem .6rem; border: 1px solid var(--line); } th { background: var(--soft); }
details { margin: 1rem 0; } summary { cursor: pointer; } .next li { margin: .5rem 0; }
`;

/** For `style-src`: this sheet and no other. */
export const STYLE_HASH = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;
