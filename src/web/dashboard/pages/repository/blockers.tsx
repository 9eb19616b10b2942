/** What is in the way of the launch, each with the next step. */
import { type Blocker, type Item, itemsOf, minutes } from '../../../../domain/checklist/index.js';
import { Folded } from '../../components/folded.js';
import { Icon } from '../../components/icon.js';
import { Markdown } from '../../components/markdown.js';
import { Person } from '../../components/person.js';
import type { Standing } from './page.js';

/** Riskiest first, so the rest can wait behind a click. */
const SHOWN = 5;

export function BlockerList({ standing }: { readonly standing: Standing }) {
  const { blockers } = standing.summary;
  const found = new Map(
    standing.checklists.flatMap((checklist) =>
      itemsOf([checklist]).map((item) => [item.id, { item, checklist: checklist.name }]),
    ),
  );
  return (
    <section class="Box mb-4" aria-labelledby="blockers">
      <div class="Box-header">
        <h2 id="blockers" class="Box-title">
          In the way
        </h2>
        <span class="Counter">{blockers.length}</span>
      </div>
      {blockers.length === 0 ? (
        <p class="Box-row mb-0">
          Nothing. Everything that the launch asks for is done, does not apply, or its risk is accepted.
        </p>
      ) : (
        <Folded
          shown={SHOWN}
          items={blockers.map((blocker, index) => (
            <Row blocker={blocker} found={found.get(blocker.itemId ?? '')} standing={standing} isTold={index < SHOWN} />
          ))}
        />
      )}
    </section>
  );
}

interface Found {
  readonly item: Item;
  /** Name of its checklist. */
  readonly checklist: string;
}

interface RowProps {
  readonly blocker: Blocker;
  /** Undefined for what is no item, such as a secret. */
  readonly found: Found | undefined;
  readonly standing: Standing;
  /** How to do it is told here; else the catalogue tells, which keeps the page small. */
  readonly isTold: boolean;
}

function Row({ blocker, found, standing, isTold }: RowProps) {
  return (
    <li class="Box-row">
      <div class="Line">
        <span class="fgColor-danger">
          <Icon name="stop" />
        </span>
        <div class="Line-text">
          <span class="text-bold">
            <bdi>{blocker.text}</bdi>
          </span>
          {found === undefined ? (
            <div class="f6">
              <a href="#secrets">{blocker.link?.text ?? 'Rotate each, then say so: see the secrets below'}</a>
            </div>
          ) : (
            <NextStep found={found} standing={standing} isTold={isTold} />
          )}
        </div>
      </div>
    </li>
  );
}

function NextStep({ found: { item, checklist }, standing, isTold }: { found: Found } & Omit<RowProps, 'blocker'>) {
  const assigned = standing.asides.get(item.id)?.assigned ?? [];
  return (
    <>
      <div class="f6 fgColor-muted">
        {item.risk} risk, takes {minutes(item.effort)}
        {assigned.length > 0 && ', with'}
        {assigned.map((login) => (
          <>
            {' '}
            <Person login={login} />
          </>
        ))}
      </div>
      {isTold ? (
        <details class="mt-1">
          <summary class="fgColor-accent">
            How<span class="sr-only">: {item.title}</span>
          </summary>
          <div class="mt-2">
            <Markdown text={item.how} />
          </div>
        </details>
      ) : (
        <a href={`/checklists/${checklist}#${item.id}`}>
          How<span class="sr-only">: {item.title}</span>
        </a>
      )}
    </>
  );
}
