/** Builds the manifest that registers the App: `app.yml`, the operator's answers, and the tiers chosen. */
import { load } from 'js-yaml';
import { z } from 'zod';
import type { GitHubSite } from '../../core/github-site.js';
import { UserError } from '../../core/user-error.js';
import { CORE, OPTIONAL_TIERS, type TierId, TIERS } from '../../core/permissions.js';

/** Where `web/intake` listens. */
export const WEBHOOK_PATH = '/api/github/webhooks';

/** GitHub's limit for the name of an App. */
export const NAME_LIMIT = 34;

const template = z.object({
  name: z.string(),
  url: z.url(),
  description: z.string().optional(),
  public: z.boolean().default(false),
  callback_urls: z.array(z.url()).max(10).default([]),
  setup_url: z.url().optional(),
  setup_on_update: z.boolean().optional(),
  request_oauth_on_install: z.boolean().optional(),
  default_permissions: z.record(z.string(), z.enum(['read', 'write', 'admin'])),
  default_events: z.array(z.string()),
});

/** `app.yml` as far as a registration needs it. */
export type AppTemplate = z.infer<typeof template>;

export interface Answers {
  /** Empty: the App belongs to the person who registers it. */
  readonly organisation: string;
  readonly name: string;
  readonly site: GitHubSite;
  /** Origin under which GitHub reaches this Seaworthy. */
  readonly publicUrl: string;
  /** Without `core`, which is always in. */
  readonly tiers: readonly TierId[];
}

/** @see https://docs.github.com/en/apps/sharing-github-apps/registering-a-github-app-from-a-manifest */
export interface Manifest {
  readonly name: string;
  readonly url: string;
  readonly description?: string;
  readonly public: boolean;
  readonly hook_attributes: { readonly url: string; readonly active: true };
  readonly redirect_url: string;
  readonly callback_urls?: readonly string[];
  readonly setup_url?: string;
  readonly setup_on_update?: boolean;
  readonly request_oauth_on_install?: boolean;
  readonly default_permissions: Readonly<Record<string, string>>;
  readonly default_events: readonly string[];
}

/** @throws UserError when the text is no usable `app.yml`, naming the key. */
export function parseTemplate(text: string): AppTemplate {
  let content: unknown;
  try {
    content = load(text);
  } catch (cause) {
    throw new UserError('app.yml is not valid YAML. Restore it with `git checkout app.yml`.', { cause });
  }
  const result = template.safeParse(content);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `${issue.path.join('.') || 'the file'}: ${issue.message}`);
  throw new UserError(`app.yml cannot be used (${problems.join('; ')}). Restore it with \`git checkout app.yml\`.`);
}

/** Addresses in `app.yml` keep their path and get the public origin; `redirectUrl` is this machine's own page. */
export function buildManifest(app: AppTemplate, answers: Answers, redirectUrl: string): Manifest {
  const { setup_url, setup_on_update, request_oauth_on_install, description } = app;
  const rehost = (url: string) => `${answers.publicUrl}${new URL(url).pathname}`;
  const permissions = choosePermissions(app, answers.tiers);
  return {
    name: answers.name,
    url: app.url,
    ...(description === undefined ? {} : { description }),
    public: app.public,
    hook_attributes: { url: `${answers.publicUrl}${WEBHOOK_PATH}`, active: true },
    redirect_url: redirectUrl,
    ...(app.callback_urls.length === 0 ? {} : { callback_urls: app.callback_urls.map(rehost) }),
    ...(setup_url === undefined ? {} : { setup_url: rehost(setup_url) }),
    ...(setup_on_update === undefined ? {} : { setup_on_update }),
    ...(request_oauth_on_install === undefined ? {} : { request_oauth_on_install }),
    default_permissions: permissions,
    default_events: chooseEvents(app, answers.tiers, permissions),
  };
}

/** Where the form with the manifest goes. */
export function registrationUrl(answers: Pick<Answers, 'organisation' | 'site'>, state: string): string {
  const owner = answers.organisation === '' ? '' : `/organizations/${encodeURIComponent(answers.organisation)}`;
  return `${answers.site.url}${owner}/settings/apps/new?state=${encodeURIComponent(state)}`;
}

function choosePermissions(app: AppTemplate, tiers: readonly TierId[]): Record<string, string> {
  const refused = OPTIONAL_TIERS.filter((tier) => !tiers.includes(tier.id)).flatMap((tier) => tier.permissions);
  const added = OPTIONAL_TIERS.filter((tier) => tiers.includes(tier.id)).flatMap((tier) => tier.permissions);
  const permissions: Record<string, string> = { ...app.default_permissions };
  for (const { key } of refused) delete permissions[key];
  // A tier may ask for more of what the core asks for.
  for (const { key, access } of CORE.permissions) if (key in app.default_permissions) permissions[key] ??= access;
  for (const { key, access } of added) permissions[key] = access;
  return permissions;
}

/** GitHub refuses a manifest that subscribes to an event without the permission behind it. */
function chooseEvents(app: AppTemplate, tiers: readonly TierId[], permissions: Record<string, string>): string[] {
  const all = TIERS.flatMap((tier) => tier.permissions);
  const chosen = OPTIONAL_TIERS.filter((tier) => tiers.includes(tier.id)).flatMap((tier) => tier.permissions);
  const wanted = new Set([...app.default_events, ...chosen.flatMap(({ events }) => events)]);
  return [...wanted].filter((event) => {
    const behind = all.find(({ events }) => events.includes(event));
    return behind === undefined || behind.key in permissions;
  });
}
