/** As much of CSS as a built stylesheet of Primer or ours holds: rules, at-rules with rules in them, declarations. No nesting. */

/**
 * @typedef {{ selector: string, declarations: [name: string, value: string][] }} Rule
 * @typedef {{ at: string, rules: Styles }} Group
 * @typedef {{ keyframes: string, text: string }} Keyframes
 * @typedef {(Rule | Group | Keyframes)[]} Styles
 */

/** @returns {Styles} @throws Error at a brace that has no partner. */
export function parseStyles(text) {
  const source = text.replace(/\/\*[\s\S]*?\*\//g, '');
  const styles = [];
  let at = 0;
  while (at < source.length) {
    const open = endOf(source, at, '{');
    if (open === -1) break;
    const close = partnerOf(source, open);
    const [prelude, body] = [tidy(source.slice(at, open)), source.slice(open + 1, close)];
    at = close + 1;
    // Statements such as @charset stand before a rule.
    const selector = prelude.slice(prelude.lastIndexOf(';') + 1).trim();
    if (selector.startsWith('@keyframes')) styles.push({ keyframes: selector, text: tidy(body) });
    else if (selector.startsWith('@')) styles.push({ at: selector, rules: parseStyles(body) });
    else styles.push({ selector, declarations: declarationsOf(body) });
  }
  return styles;
}

/** @param {Styles} styles */
export function printStyles(styles) {
  return styles
    .map((style) => {
      if ('at' in style) return style.rules.length === 0 ? '' : `${style.at}{${printStyles(style.rules)}}`;
      if ('keyframes' in style) return `${style.keyframes}{${style.text}}`;
      if (style.declarations.length === 0) return '';
      return `${style.selector}{${style.declarations.map(([name, value]) => `${name}:${value}`).join(';')}}`;
    })
    .join('');
}

/** Each style and those within groups, as `change` makes it; null leaves it out. */
export function mapStyles(styles, change) {
  return styles.flatMap((style) => {
    if (!('at' in style)) return change(style) ?? [];
    const rules = mapStyles(style.rules, change);
    return rules.length === 0 ? [] : { at: style.at, rules };
  });
}

/** The selectors of a list: the commas of `:is(a, b)` are not between two. */
export function selectorsOf(list) {
  return split(list, ',').map(tidy);
}

/** The class and element names that a selector asks for. What `:not()`, `:is()` and `[attribute]` hold may or may not be there. */
export function namesIn(selector) {
  const plain = selector.replace(/\[[^\]]*\]/g, '').replace(/::?[\w-]+(?:\((?:[^()]|\([^()]*\))*\))?/g, '');
  return [...plain.matchAll(/(?:^|[\s>+~.])(-?[a-z_][\w-]*)/gi)].map(([, name]) => name);
}

/** The variables that a value refers to. */
export function variablesIn(value) {
  return [...value.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name);
}

/** `var(--a, b)` is `var(--a)` where `isKnown('--a')`. */
export function withoutFallbacks(value, isKnown) {
  const start = value.indexOf('var(');
  if (start === -1) return value;
  const end = partnerOf(value, start + 3);
  const [name, ...fallback] = split(value.slice(start + 4, end), ',');
  const rest = isKnown(name.trim())
    ? ''
    : fallback.map((part) => `,${withoutFallbacks(part.trim(), isKnown)}`).join('');
  return `${value.slice(0, start)}var(${name.trim()}${rest})${withoutFallbacks(value.slice(end + 1), isKnown)}`;
}

function declarationsOf(body) {
  return split(body, ';')
    .map(tidy)
    .filter((text) => text !== '')
    .map((text) => {
      const colon = text.indexOf(':');
      return [text.slice(0, colon).trim(), text.slice(colon + 1).trim()];
    });
}

function tidy(text) {
  return text.trim().replace(/\s+/g, ' ');
}

const PARTNERS = new Map([
  ['{', '}'],
  ['(', ')'],
  ['[', ']'],
]);

/** Where the bracket at `open` is closed. */
function partnerOf(text, open) {
  const close = endOf(text, open + 1, PARTNERS.get(text[open]));
  if (close === -1) throw new Error(`Nothing closes ${text.slice(open, open + 40)}`);
  return close;
}

/** The first `mark` from `from` on that is neither quoted nor within brackets; -1 when there is none. */
function endOf(text, from, mark) {
  for (let at = from; at < text.length; at += 1) {
    const char = text[at];
    if (char === mark) return at;
    if (char === '"' || char === "'") at = text.indexOf(char, at + 1);
    else if (char === '\\') at += 1;
    else if (PARTNERS.has(char)) at = partnerOf(text, at);
    if (at === -1) break;
  }
  return -1;
}

function split(text, mark) {
  const parts = [];
  let from = 0;
  for (let at = endOf(text, from, mark); at !== -1; at = endOf(text, from, mark)) {
    parts.push(text.slice(from, at));
    from = at + 1;
  }
  return [...parts, text.slice(from)];
}
