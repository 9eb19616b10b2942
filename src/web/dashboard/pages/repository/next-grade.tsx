/** The shortest way to the next grade. */
import { itemsOf, minutes, shortestTo } from '../../../../domain/checklist/index.js';
import { Folded } from '../../components/folded.js';
import type { Standing } from './page.js';

const SHOWN = 5;

export function NextGrade({ standing: { checklists, states, summary } }: { readonly standing: Standing }) {
  const { nextGrade } = summary;
  if (nextGrade === null) return null;
  const steps = shortestTo(itemsOf(checklists), states, nextGrade.letter);
  const effort = steps.reduce((sum, item) => sum + item.effort, 0);
  return (
    <section class="Box mb-4" aria-labelledby="next-grade">
      <div class="Box-header">
        <h2 id="next-grade" class="Box-title">
          To grade {nextGrade.letter}
        </h2>
        <span class="f6 fgColor-muted">{minutes(effort)} of work</span>
      </div>
      <Folded
        shown={SHOWN}
        items={steps.map((item) => (
          <li class="Box-row">
            <a href={`#item-${item.id}`}>{item.title}</a>
            <div class="f6 fgColor-muted">
              {item.risk} risk, {minutes(item.effort)}
            </div>
          </li>
        ))}
      />
    </section>
  );
}
