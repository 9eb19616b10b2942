/** What is in the way of the launch, each with the next step. */
import { type Blocker, type Item, itemsOf, minutes } from '../../../../domain/checklist/index.js';
import type { RepositoryDetails } from '../../../../infra/db/dashboard/repository.js';
import type { OrganisationFrame } from '../../components/frame.js';
import { Folded } from '../../components/folded.js';
import { Icon } from '../../components/icon.js';
import { Markdown } from '../../components/markdown.js';
import { Person } from '../../components/person.js';
import type { Standing } from './page.js';

/** Riskiest first, so the rest can wait behind a click. */
const SHOWN = 5;

interface BlockerListProps {
  readonly standing: Standing;
  readonly frame: OrganisationFrame;
  readonly details: RepositoryDetails;
}

export function BlockerList({ standing }: BlockerListProps) {
  const { blockers } = standing.summary;
  const items = new Map(itemsOf(standing.checklists).map((item) => [item.id, item]));
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
          items={blockers.map((blocker) => (
            <Row blocker={blocker} item={items.get(blocker.itemId ?? '')} standing={standing} />
          ))}
        />
      )}
    </section>
  );
}

function Row({ blocker, item, standing }: { blocker: Blocker; item: Item | undefined; standing: Standing }) {
  const { text, link } = blocker;
  const assigned = item === undefined ? [] : (standing.asides.get(item.id)?.assigned ?? []);
  return (
    <li class="Box-row">
      <div class="Line">
        <span class="fgColor-danger">
          <Icon name="stop" />
        </span>
        <div class="Line-text">
          <span class="text-bold">
            <bdi>{text}</bdi>
          </span>
          {item === undefined ? (
            <div class="f6 fgColor-muted">
              <a href="#secrets">{link?.text ?? 'Rotate each, then say so: see the secrets below'}</a>
            </div>
          ) : (
            <>
              <div class="f6 fgColor-muted">
                {item.risk} risk, takes {minutes(item.effort)}
                {assigned.length > 0 && ', with '}
                {assigned.map((login) => (
                  <Person login={login} />
                ))}
              </div>
              <details class="mt-1">
                <summary class="fgColor-accent">How</summary>
                <div class="mt-2">
                  <Markdown text={item.how} />
                </div>
              </details>
            </>
          )}
        </div>
      </div>
    </li>
  );
}
