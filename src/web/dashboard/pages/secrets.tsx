/** Committed secrets that are neither rotated nor dismissed: how many, how old, of which kind, and which to see to first. */
import {
  AGES,
  SECRET_PAGE,
  type SecretLine,
  type SecretQuery,
  type SecretsOverview,
} from '../../../infra/db/dashboard/secrets.js';
import { OpenFindings } from '../charts/open-findings.js';
import { Day } from '../components/day.js';
import { Empty } from '../components/empty.js';
import { ChoiceField, Filters } from '../components/filters.js';
import type { Frame } from '../components/frame.js';
import { Layout } from '../components/layout.js';
import { Pagination } from '../components/pagination.js';
import { organisationPath, repositoryPath, withQuery } from '../components/paths.js';
import { RepositoryName } from '../components/person.js';
import { RiskLabel } from '../components/risk-label.js';
import { Panel } from '../components/panel.js';
import { Cell, Column, RowHeader, Table } from '../components/table.js';
import { pageOf } from './waivers.js';

interface SecretsProps {
  readonly frame: Frame;
  readonly account: string;
  readonly overview: SecretsOverview;
  readonly query: SecretQuery;
}

const AGE_NAMES = AGES.map((upTo, index) => {
  const from = AGES[index - 1] ?? 0;
  return upTo === null
    ? { value: 'older', label: `more than ${from} days`, age: upTo }
    : { value: String(upTo), label: from === 0 ? `up to ${upTo} days` : `${from + 1} to ${upTo} days`, age: upTo };
});

/** What the address asks for; what it says that is none of ours falls back. */
export function parseSecretsQuery(parameters: URLSearchParams): SecretQuery {
  const wanted = AGE_NAMES.find(({ value }) => value === parameters.get('age'));
  const rule = parameters.get('kind')?.trim() ?? '';
  return {
    ruleId: rule === '' ? null : rule,
    age: wanted === undefined ? 'any' : wanted.age,
    page: pageOf(parameters),
  };
}

function parametersOf({ ruleId, age, page }: SecretQuery): URLSearchParams {
  const name = AGE_NAMES.find((entry) => entry.age === age)?.value;
  return new URLSearchParams({
    ...(ruleId === null ? {} : { kind: ruleId }),
    ...(age === 'any' || name === undefined ? {} : { age: name }),
    ...(page === 1 ? {} : { page: String(page) }),
  });
}

export function SecretsPage({ frame, account, overview, query }: SecretsProps) {
  const path = organisationPath(account, '/secrets');
  const hrefOf = (change: Partial<SecretQuery>) => withQuery(path, parametersOf({ ...query, page: 1, ...change }));
  const isFiltered = query.ruleId !== null || query.age !== 'any';
  return (
    <Layout title={`Secrets of ${account}`} frame={frame} section="secrets">
      <div class="Subhead">
        <h1 class="f2">Committed secrets</h1>
      </div>
      <p class="fgColor-muted">
        {overview.open === 0
          ? 'Every secret that was found is rotated or dismissed.'
          : `${overview.open === 1 ? '1 is' : `${overview.open} are`} neither rotated nor dismissed. Removing the line is not enough: the value is in the history.`}
      </p>
      {overview.open > 0 && (
        <div class="columns mb-4">
          <Panel id="by-kind" title="By kind">
            <ByKind overview={overview} hrefOf={(ruleId) => hrefOf({ ruleId })} now={frame.now} />
          </Panel>
          <Panel id="by-age" title="By age">
            <ByAge overview={overview} hrefOf={(age) => hrefOf({ age })} />
          </Panel>
        </div>
      )}
      <Panel id="over-time" title="Over time">
        <OpenFindings series={overview.series} />
      </Panel>
      <h2 class="f4 mb-2">Open, oldest first</h2>
      <Filters label="Filter secrets" action={path} clearHref={isFiltered ? path : null}>
        <ChoiceField
          name="kind"
          label="Kind"
          value={query.ruleId ?? ''}
          all="All kinds"
          choices={overview.byKind.map(({ ruleId, kind }) => [ruleId, kind] as const)}
        />
        <ChoiceField
          name="age"
          label="Age"
          value={AGE_NAMES.find(({ age }) => age === query.age)?.value ?? ''}
          all="Any age"
          choices={AGE_NAMES.map(({ value, label }) => [value, label] as const)}
        />
      </Filters>
      {overview.findings.length === 0 ? (
        <Empty icon="key" title={isFiltered ? 'No open secret is like this' : 'No open secrets'}>
          {!isFiltered && (
            <>
              Every push is looked at. What was committed before Seaworthy came is found by{' '}
              <code>/baseline scan history</code> in a repository's baseline issue.
            </>
          )}
        </Empty>
      ) : (
        <Findings findings={overview.findings} account={account} now={frame.now} />
      )}
      <Pagination
        page={query.page}
        pages={Math.ceil(overview.total / SECRET_PAGE)}
        hrefOf={(page) => hrefOf({ page })}
      />
    </Layout>
  );
}

function ByAge({ overview, hrefOf }: { readonly overview: SecretsOverview; hrefOf(age: SecretQuery['age']): string }) {
  return (
    <Table
      label="Open secrets by age"
      head={
        <>
          <Column>Open for</Column>
          <Column isNumber>Secrets</Column>
        </>
      }
    >
      {overview.byAge.map(({ upToDays, count }) => (
        <tr>
          <RowHeader>{AGE_NAMES.find(({ age }) => age === upToDays)?.label}</RowHeader>
          <Cell label="Secrets" isNumber>
            {count === 0 ? 0 : <a href={hrefOf(upToDays)}>{count}</a>}
          </Cell>
        </tr>
      ))}
    </Table>
  );
}

interface ByKindProps {
  readonly overview: SecretsOverview;
  hrefOf(ruleId: string): string;
  readonly now: Date;
}

function ByKind({ overview, hrefOf, now }: ByKindProps) {
  return (
    <Table
      label="Open secrets by kind"
      head={
        <>
          <Column>Kind</Column>
          <Column isNumber>Secrets</Column>
          <Column isNumber>Repositories</Column>
          <Column>Oldest</Column>
        </>
      }
    >
      {overview.byKind.map(({ ruleId, kind, count, repositories, oldest }) => (
        <tr>
          <RowHeader>{kind}</RowHeader>
          <Cell label="Secrets" isNumber>
            <a href={hrefOf(ruleId)}>{count}</a>
          </Cell>
          <Cell label="Repositories" isNumber>
            {repositories}
          </Cell>
          <Cell label="Oldest">
            <Day at={oldest} now={now} />
          </Cell>
        </tr>
      ))}
    </Table>
  );
}

interface FindingsProps {
  readonly findings: readonly SecretLine[];
  readonly account: string;
  readonly now: Date;
}

function Findings({ findings, account, now }: FindingsProps) {
  return (
    <Table
      label="Open secrets, oldest first"
      head={
        <>
          <Column>Secret</Column>
          <Column>Repository</Column>
          <Column>Place</Column>
          <Column>Severity</Column>
          <Column>Found</Column>
        </>
      }
    >
      {findings.map(({ id, kind, preview, repository, place, severity, foundAt, origin }) => (
        <tr>
          <RowHeader>
            <a href={repositoryPath(account, repository.name, '#secrets')}>{kind}</a>{' '}
            <code class="f6 fgColor-muted">{preview}</code>
          </RowHeader>
          <Cell label="Repository">
            <RepositoryName account={account} repository={repository} />
          </Cell>
          <Cell label="Place">
            {place === null ? (
              <span class="fgColor-muted">not kept</span>
            ) : (
              <code class="f6">
                <bdi>{place.path}</bdi>:{place.line}
              </code>
            )}
            {origin === 'history' && <span class="f6 fgColor-muted"> in the history</span>}
          </Cell>
          <Cell label="Severity">
            <RiskLabel risk={severity} />
          </Cell>
          <Cell label="Found">
            <Day at={foundAt} now={now} /> <code class="f6 fgColor-muted">{id}</code>
          </Cell>
        </tr>
      ))}
    </Table>
  );
}
