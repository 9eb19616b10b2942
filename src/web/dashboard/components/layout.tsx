/** The frame of every page: where one is and can go, who is signed in, what the last form came to, how old the figures are. */
import type { Child } from 'hono/jsx';
import { Day } from './day.js';
import { Document } from './document.js';
import { Flash } from './flash.js';
import { FormToken } from './form-token.js';
import type { Frame } from './frame.js';
import { Icon, type IconName } from './icon.js';
import { Markdown } from './markdown.js';
import { organisationPath } from './paths.js';

interface Section {
  readonly id: string;
  readonly label: string;
  readonly icon: IconName;
  /** Below the organisation; null for what belongs to none. */
  readonly end: string | null;
  readonly ownersOnly?: true;
}

const SECTIONS = [
  { id: 'repositories', label: 'Repositories', icon: 'repo', end: '' },
  { id: 'launches', label: 'Launches', icon: 'rocket', end: '/launches' },
  { id: 'waivers', label: 'Waivers', icon: 'law', end: '/waivers' },
  { id: 'secrets', label: 'Secrets', icon: 'key', end: '/secrets' },
  { id: 'journal', label: 'Journal', icon: 'history', end: '/journal' },
  { id: 'checklists', label: 'Checklists', icon: 'book', end: null },
  { id: 'system', label: 'System', icon: 'server', end: '/system', ownersOnly: true },
] as const satisfies readonly Section[];

export type SectionId = (typeof SECTIONS)[number]['id'];

interface LayoutProps {
  /** Of the browser's tab; the page has its own `<h1>`. */
  readonly title: string;
  readonly frame: Frame;
  /** Which entry of the navigation this page is or belongs to. */
  readonly section?: SectionId;
  /** The oldest figures on the page; left out on pages without any. */
  readonly dataAsOf?: Date | null;
  readonly children?: Child;
}

export function Layout({ title, frame, section, dataAsOf = null, children }: LayoutProps) {
  const { assets, message, now, accessAsOf } = frame;
  return (
    <Document>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} · Seaworthy`}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={assets.style} />
        <script src={assets.script} defer />
      </head>
      <body>
        <a href="#content" class="skip-link">
          Skip to content
        </a>
        <Header frame={frame} section={section ?? null} />
        <main id="content" class="frame pt-4" tabindex={-1}>
          {message && (
            <Flash kind={message.isOk ? 'success' : 'danger'}>
              <Markdown text={message.text} />
            </Flash>
          )}
          {accessAsOf && (
            <Flash kind="attention">
              GitHub cannot be reached. What you may see was last confirmed <Day at={accessAsOf} now={now} />.
            </Flash>
          )}
          {children}
        </main>
        <footer class="AppFooter frame">
          {dataAsOf && (
            <>
              Figures as of <Day at={dataAsOf} now={now} />.{' '}
            </>
          )}
          Dates are in UTC. Seaworthy shows you what GitHub lets you see.
        </footer>
      </body>
    </Document>
  );
}

function Header({ frame: { organisation, session }, section }: { frame: Frame; section: SectionId | null }) {
  return (
    <header class="AppHeader">
      <div class="AppHeader-bar frame">
        <div class="AppHeader-place">
          <a href="/" class="text-bold">
            <Icon name="shield-check" /> Seaworthy
          </a>
          {organisation && (
            <>
              <span class="fgColor-muted" aria-hidden="true">
                /
              </span>
              <a href={organisationPath(organisation.account)} class="text-bold">
                <bdi>{organisation.account}</bdi>
              </a>
            </>
          )}
        </div>
        {session === null ? (
          <a href="/login" class="btn btn-sm">
            Sign in
          </a>
        ) : (
          <form method="post" action="/logout" class="AppHeader-person">
            <span class="f6 fgColor-muted">
              Signed in as{' '}
              <a href="/account" class="text-bold fgColor-default">
                <bdi>{session.viewer.login}</bdi>
              </a>
            </span>
            <FormToken session={session} path="/logout" />
            <button type="submit" class="btn btn-sm">
              Sign out
            </button>
          </form>
        )}
      </div>
      <Navigation organisation={organisation} section={section} />
    </header>
  );
}

/** Scrolls where there is no room for all of it. */
function Navigation({ organisation, section }: { organisation: Frame['organisation']; section: SectionId | null }) {
  const shown = SECTIONS.filter(
    (entry) => entry.end === null || (organisation && (!('ownersOnly' in entry) || organisation.seat === 'owner')),
  );
  return (
    <nav class="UnderlineNav frame" aria-label="Pages">
      <ul>
        {shown.map(({ id, label, icon, end }) => (
          <li>
            <a
              href={end === null || organisation === null ? `/${id}` : organisationPath(organisation.account, end)}
              class="UnderlineNav-item"
              aria-current={id === section ? 'page' : undefined}
            >
              <Icon name={icon} />
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
