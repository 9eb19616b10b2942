/**
 * Makes the dashboard's one stylesheet: GitHub's own (Primer) and a little of ours, cut to what the pages use.
 *
 * A rule stays when every class and element that its selector names is a word of the pages' source (as PurgeCSS decides it), a
 * variable when something that stays refers to it. @primer/css is 1 MB with its themes, of which the pages need about 3 %.
 */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import {
  mapStyles,
  namesIn,
  parseStyles,
  printStyles,
  selectorsOf,
  variablesIn,
  withoutFallbacks,
} from './styles/css.js';

const SOURCE = path.resolve('src/web/dashboard');
const TARGET = path.resolve('dist/web/dashboard/assets');
const require = createRequire(import.meta.url);

const primer = (name) => require.resolve(`@primer/css/dist/${name}.css`);
const primitives = (name) => require.resolve(`@primer/primitives/dist/css/${name}.css`);

const SIZES = [
  'base/size/size',
  'base/typography/typography',
  'functional/size/border',
  'functional/size/radius',
  'functional/size/size',
  'functional/size/size-coarse',
  'functional/size/size-fine',
  'functional/typography/typography',
].map(primitives);
/** Utilities come last, as Primer wants it: they overrule components, and ours are components. */
const RULES = [
  ...['base', 'box', 'buttons', 'forms', 'labels', 'navigation', 'pagination', 'tooltips'].map(primer),
  path.join(SOURCE, 'assets/dashboard.css'),
  primer('utilities'),
];

const read = (file) => parseStyles(readFileSync(file, 'utf8'));

/** The variables of one theme. Primer's rule chooses it by attributes of the page; here the system chooses. */
function themeOf(name) {
  const [{ declarations }] = read(primitives(`functional/themes/${name}`));
  return { selector: ':root', declarations };
}

/** Class and element names are among them, wherever they are put together. */
function wordsOf(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  const words = files.flatMap((file) => readFileSync(path.join(folder, file), 'utf8').match(/[\w-]+/g) ?? []);
  return new Set(['html', 'body', ...words]);
}

/** Ours choose no theme by attribute, and nothing here is for browsers that GitHub itself left behind. */
const isForeign = (selector) => /data-color-mode|-theme|:-ms-|::-moz-focus/.test(selector);

function reduceRules(styles, words) {
  return mapStyles(styles, (style) => {
    if (!('selector' in style)) return words.has(style.keyframes.replace(/^@keyframes /, '')) ? style : null;
    const kept = selectorsOf(style.selector).filter(
      (selector) => !isForeign(selector) && namesIn(selector).every((name) => words.has(name)),
    );
    return kept.length === 0 ? null : { selector: kept.join(','), declarations: style.declarations };
  });
}

const isVariable = (name) => name.startsWith('--');

/** The variables that `rules` need, and those that these need. */
function variablesOf(rules, declarations) {
  const values = new Map();
  for (const [name, value] of declarations) values.set(name, [...(values.get(name) ?? []), value]);
  const waiting = [];
  mapStyles(rules, (style) => {
    if ('selector' in style) waiting.push(...style.declarations.flatMap(([, value]) => variablesIn(value)));
    return style;
  });
  const used = new Set();
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (used.has(name)) continue;
    used.add(name);
    waiting.push(...(values.get(name) ?? []).flatMap(variablesIn));
  }
  return used;
}

function declarationsIn(styles) {
  const found = [];
  mapStyles(styles, (style) => {
    if ('selector' in style) found.push(...style.declarations);
    return style;
  });
  return found;
}

/** Without fallbacks that never apply, and without what refers to nothing: browsers drop that too. */
function settled(declarations, isKnown) {
  return declarations
    .map(([name, value]) => [name, withoutFallbacks(value, isKnown)])
    .filter(([, value]) => [...value.matchAll(/var\((--[\w-]+)\)/g)].every(([, name]) => isKnown(name)));
}

function build() {
  const themes = [themeOf('light'), { at: '@media (prefers-color-scheme:dark)', rules: [themeOf('dark')] }];
  const settings = [...SIZES.flatMap(read), ...themes];
  const known = new Set(declarationsIn(settings).map(([name]) => name));
  const isKnown = (name) => known.has(name);
  const rules = mapStyles(reduceRules(RULES.flatMap(read), wordsOf(SOURCE)), (style) =>
    'selector' in style ? { ...style, declarations: settled(style.declarations, isKnown) } : style,
  );
  const used = variablesOf(rules, declarationsIn(settings));
  const isUsed = ([name]) => !isVariable(name) || used.has(name);
  const kept = mapStyles(settings, ({ selector, declarations }) => {
    const left = declarations.filter(isUsed);
    return left.length === 0 ? null : { selector, declarations: left };
  });
  return printStyles([...kept, ...rules]);
}

mkdirSync(TARGET, { recursive: true });
writeFileSync(path.join(TARGET, 'dashboard.css'), build());
copyFileSync(path.join(SOURCE, 'assets/dashboard.js'), path.join(TARGET, 'dashboard.js'));
