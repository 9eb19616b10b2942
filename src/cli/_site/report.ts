/** The report on one site as text: the letter, every outcome with its points, and what to send for each miss. */
import type { SiteReport } from '../../domain/site/judge-site.js';
import { adviceOn } from '../../domain/site/judges/csp.js';
import { pageOf, type Site } from '../../domain/site/site.js';
import type { Style } from '../_style.js';

export function siteText(site: Site, { outcomes, grade, score, bonusesCount }: SiteReport, style: Style): string {
  const page = pageOf(site);
  const advice = page === null ? [] : adviceOn(page);
  const lines = outcomes.flatMap(({ test, modifier, because, fix }) => [
    `${points(modifier, style)}  ${test.padEnd(16)} ${printable(because)}`,
    ...(modifier < 0 && fix !== null ? [`${' '.repeat(23)}${style.dim('fix')} ${printable(fix)}`] : []),
    ...(test === 'csp' && modifier < 0
      ? advice.map((line) => `${' '.repeat(23)}${style.dim('-')} ${printable(line)}`)
      : []),
  ]);
  const head = style.bold(`${grade}  ${score} points  ${site.target}`);
  const bonus = bonusesCount ? [] : ['', 'Points above 0 count once the misses cost no more than 10.'];
  return `${[head, '', ...lines, ...bonus].join('\n')}\n`;
}

function points(modifier: number, style: Style): string {
  const text = (modifier > 0 ? `+${modifier}` : String(modifier)).padStart(4);
  if (modifier < 0) return style.red(text);
  return modifier > 0 ? style.green(text) : text;
}

/** A site decides what stands in its headers: nothing of it may steer the terminal. */
const printable = (text: string): string => text.replaceAll(/\p{C}/gu, '?').slice(0, 400);
