/** Reads the set-up form: what was typed, what is wrong with each field, and the answers when nothing is. */
import { isLoopback, parseGitHubSite, parseOrigin } from '../../core/github-site.js';
import { UserError } from '../../core/user-error.js';
import { type Answers, NAME_LIMIT } from './manifest.js';
import { OPTIONAL_TIERS } from '../../core/permissions.js';

/** The form as typed, kept to be shown again. */
export interface Form {
  readonly organisation: string;
  readonly name: string;
  readonly githubUrl: string;
  readonly publicUrl: string;
  readonly tiers: readonly string[];
}

export type Problems = Partial<Record<keyof Form, string>>;

export const EMPTY_FORM: Form = {
  organisation: '',
  name: '',
  githubUrl: 'https://github.com',
  publicUrl: '',
  tiers: [],
};

/** GitHub's rule for account names: letters, digits and single hyphens, at most 39 characters. */
const ACCOUNT = /^[a-z\d](?:[a-z\d]|-(?=[a-z\d])){0,38}$/i;

/** Takes the fields out of a posted form; anything unexpected counts as empty. */
export function readForm(body: Readonly<Record<string, unknown>>): Form {
  const text = (name: string) => {
    const value = body[name];
    return typeof value === 'string' ? value.trim().slice(0, 500) : '';
  };
  const tiers = body.tiers;
  return {
    organisation: text('organisation'),
    name: text('name'),
    githubUrl: text('githubUrl'),
    publicUrl: text('publicUrl'),
    tiers: (Array.isArray(tiers) ? tiers : [tiers]).filter((tier): tier is string => typeof tier === 'string'),
  };
}

/** Judges every field, so that all problems are shown at once. */
export function judgeForm(form: Form): { readonly answers: Answers } | { readonly problems: Problems } {
  const problems: Problems = {};
  const attempt = <T>(field: keyof Form, label: string, read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems[field] = `${label} ${error.message}.`;
      return undefined;
    }
  };

  const site = attempt('githubUrl', 'The address of GitHub', () => parseGitHubSite(form.githubUrl));
  const publicUrl = attempt('publicUrl', 'The address of Seaworthy', () =>
    parseOrigin(form.publicUrl, 'https://seaworthy.example.com'),
  );
  if (site && publicUrl && isLoopback(new URL(publicUrl)) && !isLoopback(new URL(site.url))) {
    problems.publicUrl = 'GitHub cannot reach this machine under that address. Give the https address it will have.';
  }
  if (form.organisation !== '' && !ACCOUNT.test(form.organisation)) {
    problems.organisation = 'An organisation is named as in its address: github.com/acme has the name acme.';
  }
  if (form.name.length > NAME_LIMIT)
    problems.name = `GitHub allows ${NAME_LIMIT} characters; this has ${form.name.length}.`;
  if (!site || !publicUrl || Object.keys(problems).length > 0) return { problems };
  const tiers = OPTIONAL_TIERS.map(({ id }) => id).filter((id) => form.tiers.includes(id));
  return { answers: { organisation: form.organisation, name: nameOf(form), site, publicUrl, tiers } };
}

/** Names of Apps are unique on all of GitHub, so the organisation's name is part of ours. */
function nameOf({ name, organisation }: Form): string {
  if (name !== '') return name;
  return `seaworthy-${organisation || 'app'}`.slice(0, NAME_LIMIT).replace(/-+$/, '');
}
