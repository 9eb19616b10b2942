/** The catalogue, for everybody: which checklists there are, and each item with why it matters and what to paste. */
import { type Checklist, type Item, itemsOf } from '../../../domain/checklist/index.js';
import { Empty } from '../components/empty.js';
import type { Frame } from '../components/frame.js';
import { Layout } from '../components/layout.js';
import { Markdown } from '../components/markdown.js';
import { RiskLabel } from '../components/risk-label.js';
import { Cell, Column, RowHeader, Table } from '../components/table.js';

export function checklistPath(name: string, itemId?: string): string {
  return `/checklists/${encodeURIComponent(name)}${itemId === undefined ? '' : `#${itemId}`}`;
}

interface ChecklistsProps {
  readonly frame: Frame;
  readonly checklists: readonly Checklist[];
}

export function ChecklistsPage({ frame, checklists }: ChecklistsProps) {
  return (
    <Layout title="Checklists" frame={frame} section="checklists">
      <div class="Subhead">
        <h1 class="f2">Checklists</h1>
      </div>
      <p class="fgColor-muted">
        What a repository's baseline is made of. Every item says why it matters, what to do, with something to paste
        where that is possible, and what counts as proof.
      </p>
      {checklists.length === 0 ? (
        <Empty icon="book" title="No checklists are installed" />
      ) : (
        <Table
          label="Checklists"
          head={
            <>
              <Column>Checklist</Column>
              <Column>What it is for</Column>
              <Column isNumber>Items</Column>
              <Column isNumber>Must</Column>
              <Column isNumber>Seaworthy looks itself</Column>
            </>
          }
        >
          {checklists.map((checklist) => (
            <ChecklistRow checklist={checklist} />
          ))}
        </Table>
      )}
    </Layout>
  );
}

function ChecklistRow({ checklist }: { readonly checklist: Checklist }) {
  const items = itemsOf([checklist]);
  return (
    <tr>
      <RowHeader>
        <a href={checklistPath(checklist.name)}>{checklist.title}</a>
      </RowHeader>
      <Cell label="What it is for">{checklist.summary}</Cell>
      <Cell label="Items" isNumber>
        {items.length}
      </Cell>
      <Cell label="Must" isNumber>
        {items.filter(({ level }) => level === 'MUST').length}
      </Cell>
      <Cell label="Seaworthy looks itself" isNumber>
        {items.filter(({ verify }) => verify !== undefined).length}
      </Cell>
    </tr>
  );
}

interface ChecklistProps {
  readonly frame: Frame;
  readonly checklist: Checklist;
}

export function ChecklistPage({ frame, checklist }: ChecklistProps) {
  const { title, summary, name } = checklist;
  const sections = checklist.sections
    .map((section) => ({ ...section, items: section.items.filter(({ retired }) => retired !== true) }))
    .filter(({ items }) => items.length > 0);
  return (
    <Layout title={title} frame={frame} section="checklists">
      <div class="Subhead">
        <h1 class="f2">{title}</h1>
      </div>
      <p class="fgColor-muted">{summary}</p>
      <p>
        To follow it in a repository, comment <code>/baseline use {name}</code> in its baseline issue.
      </p>
      <nav class="prose" aria-label="Sections">
        <ul>
          {sections.map((section) => (
            <li>
              <a href={`#section-${section.id}`}>{section.title}</a>
            </li>
          ))}
        </ul>
      </nav>
      {sections.map((section) => (
        <section aria-labelledby={`section-${section.id}`}>
          <h2 class="f3 mt-4 mb-2" id={`section-${section.id}`}>
            {section.title}
          </h2>
          {section.items.map((item) => (
            <ItemText item={item} />
          ))}
        </section>
      ))}
    </Layout>
  );
}

function ItemText({ item }: { readonly item: Item }) {
  const { id, title, why, how, evidence, level, risk, effort, maxAge, verify, approve, satisfies, references } = item;
  return (
    <article class="Box p-3 mb-3" id={id} aria-labelledby={`title-${id}`}>
      <h3 class="f4" id={`title-${id}`}>
        <a href={`#${id}`} class="Link--plain">
          {title}
        </a>
      </h3>
      <p class="f6 fgColor-muted mb-2">
        <code>{id}</code> · {level} · <RiskLabel risk={risk} /> · about {effort} minutes
        {maxAge !== undefined && ` · again after ${maxAge} days`}
        {verify !== undefined && ' · Seaworthy looks itself'}
        {approve !== undefined && ` · attested by ${approve}`}
      </p>
      <div class="mb-2">
        <Markdown text={why} />
      </div>
      <div class="mb-2">
        <Markdown text={how} />
      </div>
      <p>
        <strong>Proof:</strong> {evidence}
      </p>
      {(satisfies.length > 0 || references.length > 0) && (
        <p class="f6 fgColor-muted">
          {satisfies.length > 0 && `Satisfies ${satisfies.join(', ')}. `}
          {references.map((url) => (
            <>
              <a href={url}>{new URL(url).hostname}</a>{' '}
            </>
          ))}
        </p>
      )}
    </article>
  );
}
