/** What an entry of the journal says, in words: what happened, and what goes with it. */
import { shortFingerprint } from '../../../domain/scanner/finding.js';

/** An entry, as far as the words need it. */
export interface Entry {
  /** `item:hsts`, `finding:7f3a…`, `service`. */
  readonly subject: string;
  /** `item.done`, `waiver.asked`. */
  readonly kind: string;
  readonly data: unknown;
}

export interface Words {
  /** Completes "hsts …" or stands alone: `risk accepted`. */
  readonly what: string;
  /** Until when, why, from what to what; null when there is nothing to add. Plain text that people may have written. */
  readonly detail: string | null;
}

type Tell = (data: Fields) => string | null;

const NOTHING: Tell = () => null;

const KINDS: Readonly<Record<string, readonly [what: string, detail: Tell]>> = {
  'item.open': ['open again', (data) => data.text('to', 'reason')],
  'item.done': ['done', (data) => data.text('to', 'evidence')],
  'item.verified': ['verified', (data) => data.text('because')],
  'item.stale': ['out of date', (data) => data.text('to', 'reason')],
  'item.not-applicable': ['does not apply', (data) => data.text('to', 'reason')],
  'item.waived': ['risk accepted', (data) => joined(until(data.text('to', 'until')), data.text('to', 'reason'))],
  'item.unknown': ['could not be looked at', (data) => data.text('to', 'reason')],
  'item.refused': ['tick refused: somebody else has to attest it', NOTHING],
  'item.assigned': ['assigned', (data) => at(data.text('to'))],
  'item.unassigned': ['no longer assigned', (data) => data.list('from').map(at).join(', ') || null],
  'waiver.asked': ['asked to accept the risk', (data) => joined(until(data.text('until')), data.text('reason'))],
  'waiver.approved': [
    'approved that the risk is accepted',
    (data) => joined(until(data.text('until')), by('asked by', data.text('requestedBy'))),
  ],
  'waiver.lapsed': [
    'request to accept the risk lapsed',
    (data) => joined(until(data.text('until')), by('asked by', data.text('requestedBy'))),
  ],
  'service.risk': [
    'risk level',
    (data) => change(data.text('from', 'risk', 'level'), data.text('to', 'risk', 'level')),
  ],
  'service.launch': ['launch day', (data) => change(data.text('from', 'launchOn'), data.text('to', 'launchOn'))],
  'service.launched': ['launched', NOTHING],
  'service.champion': [
    'champion',
    (data) => change(at(data.text('from', 'champion')), at(data.text('to', 'champion'))),
  ],
  'service.checklists': ['checklists', (data) => data.list('to', 'used').join(', ') || 'as the policy says'],
  'baseline.opened': ['baseline issue opened', (data) => data.list('checklists').join(', ') || null],
  'baseline.closed': ['baseline issue closed before everything was done', NOTHING],
  'baseline.updated': ['checklists changed with a new version', NOTHING],
  'finding.open': ['secret open again', (data) => data.text('because')],
  'finding.rotated': ['secret rotated', (data) => data.text('because')],
  'finding.dismissed': ['no secret', (data) => data.text('because')],
  'finding.renamed': ['goes on under a new fingerprint', NOTHING],
  'policy.changed': ['policy changed', (data) => by('file', data.text('fileSha')?.slice(0, 7) ?? null)],
  'deployment.approved': ['deployment released', (data) => data.text('environment')],
  'deployment.rejected': ['deployment held', (data) => data.text('environment')],
  'token.made': ['token for programs made', (data) => data.text('name')],
  'token.revoked': ['token for programs revoked', (data) => data.text('name')],
};

/** The kinds that there are, for choosing from. */
export const JOURNAL_KINDS: readonly string[] = Object.keys(KINDS);

/** An entry of a kind that is not known here is told by its name: nothing is left out of a journal. */
export function journalWords({ kind, data }: Pick<Entry, 'kind' | 'data'>): Words {
  const [what, detail] = KINDS[kind] ?? [kind, NOTHING];
  return { what, detail: detail(new Fields(data)) };
}

/** What the entry is about, as people call it: the item, the first signs of a fingerprint; null for the service as a whole. */
export function subjectWords(subject: string): string | null {
  const colon = subject.indexOf(':');
  if (colon === -1) return null;
  const [kind, name] = [subject.slice(0, colon), subject.slice(colon + 1)];
  return kind === 'finding' ? shortFingerprint(name) : kind === 'item' ? name : null;
}

/** Reads the data of an entry, which were written by any version of Seaworthy. */
class Fields {
  readonly #data: unknown;

  constructor(data: unknown) {
    this.#data = data;
  }

  /** Null where there is no text. */
  text(...path: readonly string[]): string | null {
    const value = this.#at(path);
    return typeof value === 'string' && value !== '' ? value : null;
  }

  /** Empty where there is no list. */
  list(...path: readonly string[]): readonly string[] {
    const value = this.#at(path);
    return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
  }

  #at(path: readonly string[]): unknown {
    return path.reduce<unknown>(
      (value, name) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : null,
      this.#data,
    );
  }
}

function at(login: string): string;
function at(login: string | null): string | null;
function at(login: string | null): string | null {
  return login === null ? null : `@${login}`;
}

const until = (day: string | null) => (day === null ? null : `until ${day}`);
const by = (how: string, whom: string | null) => (whom === null ? null : `${how} ${whom}`);

function change(from: string | null, to: string | null): string | null {
  if (from === null && to === null) return null;
  if (to === null) return `taken back (was ${from})`;
  return from === null ? to : `${to} (was ${from})`;
}

function joined(...parts: readonly (string | null)[]): string | null {
  return parts.filter((part) => part !== null).join(': ') || null;
}
