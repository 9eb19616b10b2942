/** Every item of the checklists, section by section, as the baseline issue has them. */
import { type Item, itemsOf, type Section, stateOf } from '../../../../domain/checklist/index.js';
import { CalendarDay } from '../../components/day.js';
import { Person } from '../../components/person.js';
import { StateFacts, StateName } from '../../components/state.js';
import type { Standing } from './page.js';

interface ItemsProps {
  readonly standing: Standing;
  readonly now: Date;
}

interface RowProps extends ItemsProps {
  /** Name of the checklist, whose page explains the item. */
  readonly checklist: string;
}

export function Items({ standing, now }: ItemsProps) {
  return (
    <>
      {standing.checklists.map((checklist) => (
        <section class="Box mb-4" aria-labelledby={`checklist-${checklist.name}`}>
          <div class="Box-header">
            <h2 id={`checklist-${checklist.name}`} class="Box-title">
              {checklist.title}
            </h2>
            <span class="f6 fgColor-muted">{settledOf(itemsOf([checklist]), standing)}</span>
          </div>
          {checklist.sections.map((section) => (
            <SectionOf section={section} checklist={checklist.name} standing={standing} now={now} />
          ))}
        </section>
      ))}
    </>
  );
}

function SectionOf({ section, ...props }: RowProps & { section: Section }) {
  const items = section.items.filter(({ retired }) => retired !== true);
  if (items.length === 0) return null;
  return (
    <>
      <h3 class="Box-row f5 text-bold mb-0">{section.title}</h3>
      <ul>
        {items.map((item) => (
          <Row item={item} {...props} />
        ))}
      </ul>
    </>
  );
}

function Row({ item, checklist, standing, now }: RowProps & { item: Item }) {
  const state = stateOf(standing.states, item.id);
  const { asked, assigned = [], seen } = standing.asides.get(item.id) ?? {};
  const isOpen = state.kind !== 'done' && state.kind !== 'verified' && state.kind !== 'not-applicable';
  return (
    <li class="Box-row Item" id={`item-${item.id}`}>
      <div class="Item-state">
        <StateName kind={state.kind} />
      </div>
      <div class="min-width-0">
        <div>
          <a href={`/checklists/${checklist}#${item.id}`} class="Link--title">
            {item.title}
          </a>{' '}
          <span class="f6 fgColor-muted no-wrap">{`${item.level} · ${item.risk}`}</span>
        </div>
        <div class="f6 fgColor-muted">
          <StateFacts state={state} now={now} />
          {isOpen && seen !== undefined && (
            <div>
              Looked at: <bdi>{seen.because}</bdi>
            </div>
          )}
          {isOpen && assigned.length > 0 && (
            <div>
              With{' '}
              {assigned.map((login) => (
                <>
                  <Person login={login} />{' '}
                </>
              ))}
            </div>
          )}
          {asked !== undefined && (
            <div>
              <Person login={asked.by} /> asks to accept the risk until <CalendarDay date={asked.until} />:{' '}
              <bdi>{asked.reason}</bdi>
            </div>
          )}
        </div>
      </div>
    </li>
  );
}

function settledOf(items: readonly Item[], { states }: Standing): string {
  const kinds = items.map(({ id }) => stateOf(states, id).kind).filter((kind) => kind !== 'not-applicable');
  const met = kinds.filter((kind) => kind === 'done' || kind === 'verified');
  return `${met.length} of ${kinds.length} met`;
}
