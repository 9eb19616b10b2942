/** The small pieces every page is made of: state and check icons, people, times, labels, Markdown. */
import { raw } from 'hono/html';
import { renderMarkdown, type RenderOptions } from './markdown/render.js';
import { ReactionIcon } from './reaction-icon.js';
import type { Account, CheckSummary, Reaction, RepoName, ThreadSummary } from './view.js';

export function repoPath({ owner, repo }: RepoName): string {
  return `/${encodeURIComponent(owner)}/${encodeURIComponent(repo)}`;
}

export function Markdown({ source, ...options }: RenderOptions & { readonly source: string }) {
  return <div class="markdown">{raw(renderMarkdown(source, options))}</div>;
}

export function When({ at }: { readonly at: string }) {
  return (
    <time datetime={at} title={at}>
      {at.slice(0, 16).replace('T', ' ')}
    </time>
  );
}

export function Who({ account }: { readonly account: Account }) {
  return (
    <span class="who">
      <a href={`/${account.login}`}>{account.login.replace(/\[bot\]$/, '')}</a>
      {account.type === 'Bot' ? <span class="tag">bot</span> : null}
    </span>
  );
}

export function Avatar({ login }: { readonly login: string }) {
  const hue = [...login].reduce((sum, character) => sum + (character.codePointAt(0) ?? 0), 0) % 6;
  return (
    <span class={`avatar hue-${hue}`} aria-hidden="true">
      {login.slice(0, 1).toUpperCase()}
    </span>
  );
}

export function Labels({ names }: { readonly names: readonly string[] }) {
  return (
    <>
      {names.map((name) => (
        <span class="label">{name}</span>
      ))}
    </>
  );
}

const STATE_WORDS = { open: 'Open', closed: 'Closed', merged: 'Merged' } as const;

export function StatePill({ state }: Pick<ThreadSummary, 'state'>) {
  return <span class={`pill ${state}`}>{STATE_WORDS[state]}</span>;
}

/** Shapes as well as colours tell the conclusions apart. */
const SIGNS: Readonly<Record<string, readonly [sign: string, tone: string]>> = {
  success: ['✓', 'good'],
  failure: ['✗', 'bad'],
  timed_out: ['✗', 'bad'],
  action_required: ['!', 'bad'],
  neutral: ['▪', 'muted'],
  skipped: ['⁄', 'muted'],
  cancelled: ['⁄', 'muted'],
  stale: ['?', 'muted'],
};

export function CheckIcon({ check }: { readonly check: Pick<CheckSummary, 'status' | 'conclusion'> }) {
  const words = (check.conclusion ?? check.status).replaceAll('_', ' ');
  const [sign, tone] = SIGNS[check.conclusion ?? ''] ?? ['•', 'busy'];
  return (
    <span class={`check ${tone}`} role="img" aria-label={words} title={words}>
      {sign}
    </span>
  );
}

export function CheckIcons({ checks, name }: { readonly checks: readonly CheckSummary[]; readonly name: RepoName }) {
  return (
    <span class="checks">
      {checks.map((check) => (
        <a href={`${repoPath(name)}/runs/${check.id}`} title={`${check.name}: ${check.title ?? check.status}`}>
          <CheckIcon check={check} />
        </a>
      ))}
    </span>
  );
}

export function Reactions({ reactions }: { readonly reactions: readonly Reaction[] }) {
  if (reactions.length === 0) return null;
  return (
    <p class="reactions">
      {reactions.map(({ content, by }) => (
        <span class="reaction" title={`${content}: ${by.join(', ')}`}>
          <ReactionIcon content={content} /> {by.length}
        </span>
      ))}
    </p>
  );
}

/** `1 comment`, `2 comments`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

export function Empty({ children }: { readonly children: string }) {
  return <p class="empty">{children}</p>;
}
