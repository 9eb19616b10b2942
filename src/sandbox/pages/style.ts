/** The one style sheet of the pages: close to GitHub's Primer, light and dark, readable at 360 px. */

export const STYLE = `
:root {
  color-scheme: light dark;
  --fg: #1f2328; --muted: #59636e; --bg: #ffffff; --subtle: #f6f8fa; --line: #d1d9e0; --accent: #0969da; --primary: #1f883d;
  --good: #1a7f37; --bad: #d1242f; --busy: #9a6700; --done: #8250df; --code: #818b981f;
  --added: #dafbe1; --removed: #ffebe9; --bad-subtle: #ffebe9; --busy-subtle: #fff8c5; --accent-subtle: #ddf4ff;
}
@media (prefers-color-scheme: dark) {
  :root {
    --fg: #f0f6fc; --muted: #9198a1; --bg: #0d1117; --subtle: #151b23; --line: #3d444d; --accent: #4493f8; --primary: #238636;
    --good: #3fb950; --bad: #f85149; --busy: #d29922; --done: #ab7df8; --code: #656c7633;
    --added: #12261e; --removed: #25171c; --bad-subtle: #25171c; --busy-subtle: #272115; --accent-subtle: #121d2f;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--bg); color: var(--fg);
  font: 14px/1.5 -apple-system, BlinkMacSystemFont, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; overflow-wrap: break-word; }
a { color: var(--accent); text-decoration: none; }
a:hover { text-decoration: underline; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
h1 { font-size: 24px; font-weight: 400; line-height: 1.25; margin: 0 0 8px; }
h2 { font-size: 18px; font-weight: 600; margin: 28px 0 10px; }
main { max-width: 1012px; margin: 24px auto; padding: 0 16px; }
footer { max-width: 1012px; margin: 48px auto 24px; padding: 16px; border-top: 1px solid var(--line); color: var(--muted); font-size: 12px; }
.muted { color: var(--muted); }
.strong { font-weight: 600; }
.grow { flex: 1 1 auto; min-width: 0; }
.end { text-align: right; }
.mono, .ref, code, pre, .diff { font-family: ui-monospace, SFMono-Regular, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace; font-size: 12px; }
.top { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 16px; padding: 12px 16px; background: var(--subtle); border-bottom: 1px solid var(--line); }
.top a { color: var(--fg); }
.crumbs { display: flex; flex-wrap: wrap; gap: 6px; flex: 1 1 auto; font-size: 15px; }
.crumbs span { color: var(--muted); }
.home { font-weight: 600; }
.act-as { display: flex; align-items: center; gap: 6px; }
.act-as label { margin: 0; font-weight: 400; color: var(--muted); }
.tabs { display: flex; gap: 4px; padding: 0 16px; background: var(--subtle); border-bottom: 1px solid var(--line); }
.tabs a { padding: 8px 10px; color: var(--fg); border-bottom: 2px solid transparent; }
.tabs a[aria-current] { font-weight: 600; border-bottom-color: #fd8c73; }
.rows { list-style: none; margin: 0; padding: 0; border: 1px solid var(--line); border-radius: 6px; }
.rows > li { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 10px; padding: 8px 16px; }
.rows > li + li { border-top: 1px solid var(--line); }
.rows form { margin: 0; }
.empty { padding: 20px; text-align: center; color: var(--muted); border: 1px solid var(--line); border-radius: 6px; margin: 0; }
.tag, .label { padding: 0 7px; border: 1px solid var(--line); border-radius: 2em; font-size: 12px; line-height: 18px; color: var(--muted); white-space: nowrap; }
.label { background: var(--accent-subtle); color: var(--accent); border-color: transparent; font-weight: 500; }
.ref { background: var(--accent-subtle); color: var(--accent); border-radius: 6px; padding: 2px 6px; }
.pill { display: inline-block; padding: 2px 10px; border-radius: 2em; color: #fff; background: var(--primary); font-size: 12px; font-weight: 500; }
.pill.closed { background: #8250df; } .pill.merged { background: #8250df; }
.heading { border-bottom: 1px solid var(--line); margin-bottom: 16px; }
.heading h1 { font-size: 28px; }
.heading p { display: flex; flex-wrap: wrap; align-items: center; gap: 6px; margin: 8px 0 16px; }
.who a { color: var(--fg); font-weight: 600; }
.who .tag { margin-left: 4px; }
.avatar { display: inline-flex; flex: none; align-items: center; justify-content: center; width: 20px; height: 20px; border-radius: 50%; color: #fff; font-size: 11px; font-weight: 600; }
.hue-0 { background: #0969da; } .hue-1 { background: #1a7f37; } .hue-2 { background: #8250df; } .hue-3 { background: #bc4c00; } .hue-4 { background: #bf3989; } .hue-5 { background: #57606a; }
.post { border: 1px solid var(--line); border-radius: 6px; margin: 16px 0; }
.post > header, .post > summary { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; padding: 8px 16px; background: var(--subtle); border-bottom: 1px solid var(--line); border-radius: 6px 6px 0 0; }
.post > summary { cursor: pointer; list-style: none; border-radius: 6px; border-bottom-color: transparent; }
.post[open] > summary { border-radius: 6px 6px 0 0; border-bottom-color: var(--line); }
.content { padding: 16px; }
.reactions { display: flex; gap: 6px; margin: 16px 0 0; }
.reaction { display: inline-flex; align-items: center; gap: 5px; padding: 0 8px; border: 1px solid var(--line); border-radius: 2em; font-size: 12px; line-height: 24px; }
.post > .box-form, .edits { border-top: 1px solid var(--line); padding: 8px 16px; color: var(--muted); font-size: 13px; }
.box-form { margin: 16px 0; }
.post > .box-form { margin: 0; }
.box-form > summary, .edits > summary { cursor: pointer; color: var(--muted); }
.edits ol { margin: 8px 0; padding-left: 20px; }
.comment { border-top: 1px solid var(--line); padding-top: 16px; }
label { display: block; margin: 12px 0 4px; font-weight: 600; }
input, textarea, select { font: inherit; color: var(--fg); background: var(--bg); border: 1px solid var(--line); border-radius: 6px; padding: 5px 12px; }
input, textarea { width: 100%; }
.top select { padding: 2px 6px; }
textarea { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: 13px; resize: vertical; }
.buttons { display: flex; justify-content: flex-end; gap: 8px; margin: 8px 0; }
button { font: inherit; font-weight: 500; color: var(--fg); background: var(--subtle); border: 1px solid var(--line); border-radius: 6px; padding: 5px 16px; cursor: pointer; }
button:hover { border-color: var(--muted); }
.primary { color: #fff; background: var(--primary); border-color: transparent; margin-top: 8px; }
.buttons .primary { margin-top: 0; }
.primary:disabled { opacity: .5; cursor: default; }
.required { list-style: none; margin: 0; padding: 8px 16px 0; }
.required li { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 8px; padding: 2px 0; }
.content > p { margin: 0 0 8px; }
.small { font-size: 12px; padding: 2px 10px; }
.checks { display: inline-flex; gap: 4px; }
.check { display: inline-block; min-width: 18px; text-align: center; font-weight: 700; }
.good, .plus { color: var(--good); } .bad, .minus { color: var(--bad); } .busy { color: var(--busy); }
.message { white-space: pre-wrap; color: var(--muted); }
.file { overflow: hidden; }
.file .empty { border: 0; }
.diff { width: 100%; border-collapse: collapse; line-height: 20px; }
.diff .number { width: 44px; padding: 0 8px; text-align: right; vertical-align: top; color: var(--muted); user-select: none; }
.diff .text { padding: 0 12px 0 26px; text-indent: -14px; white-space: pre-wrap; overflow-wrap: anywhere; }
.diff .text::before { content: " "; display: inline-block; width: 14px; color: var(--muted); }
.diff .added { background: var(--added); } .diff .added .text::before { content: "+"; }
.diff .removed { background: var(--removed); } .diff .removed .text::before { content: "−"; }
.diff .hunk { background: var(--accent-subtle); color: var(--muted); } .diff .note { color: var(--muted); }
.diff tr:target { outline: 2px solid var(--accent); outline-offset: -2px; }
.note-row td { padding: 8px 16px; font: 13px/1.5 -apple-system, BlinkMacSystemFont, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; }
.annotation { border: 1px solid var(--line); border-left: 3px solid var(--accent); border-radius: 6px; padding: 8px 12px; background: var(--bg); }
.file > .annotation { margin: 8px 16px; }
.annotation.failure { border-left-color: var(--bad); background: var(--bad-subtle); }
.annotation.warning { border-left-color: var(--busy); background: var(--busy-subtle); }
.annotation .muted { margin-left: 8px; font-size: 12px; }
.annotation p { margin: 4px 0 0; white-space: pre-wrap; }
.markdown { line-height: 1.5; }
.markdown > :first-child { margin-top: 0; } .markdown > :last-child { margin-bottom: 0; }
.markdown p, .markdown ul, .markdown ol, .markdown pre, .markdown table, .markdown details { margin: 0 0 16px; }
.markdown h1, .markdown h2 { font-size: 20px; font-weight: 600; margin: 24px 0 12px; padding-bottom: 6px; border-bottom: 1px solid var(--line); }
.markdown h3, .markdown h4, .markdown h5, .markdown h6 { font-size: 16px; margin: 20px 0 12px; }
.markdown ul, .markdown ol { padding-left: 28px; }
.markdown li { margin: 4px 0; }
.markdown li > p, .markdown li > details, .markdown li > ul { margin: 4px 0; }
.markdown li > details > p, .markdown li > details > pre { margin: 8px 0; }
.markdown .task { list-style: none; position: relative; }
.markdown code { background: var(--code); padding: 2px 5px; border-radius: 6px; font-size: 85%; }
.markdown pre { background: var(--subtle); border-radius: 6px; padding: 12px 16px; overflow-x: auto; }
.markdown pre code { background: none; padding: 0; font-size: 12px; }
.markdown blockquote { margin: 0 0 16px; padding: 0 1em; color: var(--muted); border-left: 4px solid var(--line); }
.markdown table { border-collapse: collapse; display: block; overflow-x: auto; }
.markdown th, .markdown td { border: 1px solid var(--line); padding: 6px 13px; }
.markdown hr { border: 0; border-top: 3px solid var(--line); margin: 24px 0; }
.markdown details > summary { cursor: pointer; color: var(--muted); }
.markdown sub { font-size: 12px; color: var(--muted); vertical-align: baseline; line-height: 1.5; }
.mention { color: var(--fg); font-weight: 600; }
.box { position: absolute; left: -24px; top: 4px; width: 16px; height: 16px; padding: 0; border: 1px solid var(--muted); border-radius: 4px; background: var(--bg); line-height: 12px; }
.box[aria-checked="true"] { background: var(--accent); border-color: var(--accent); }
.box[aria-checked="true"]::after { content: "✓"; color: #fff; font-size: 12px; font-weight: 700; }
.box:disabled { cursor: default; opacity: .7; }
`;
