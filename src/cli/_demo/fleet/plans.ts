/** A dozen services as an organisation might have them, made up: some on their way, some stuck, some launched. */
import type { RiskLevel } from '../../../core/risk.js';

/** Days are counted from today; the story begins eight weeks ago. */
export interface Plan {
  readonly name: string;
  readonly risk: RiskLevel | null;
  /** Login. */
  readonly champion: string | null;
  /** Days until the launch; negative: it was launched so many days ago. Null: no date. */
  readonly launchIn: number | null;
  /** Items that the grade counts and that were open eight weeks ago, and those that are today. */
  readonly unmet: readonly [number, number];
  /** Items that were done and whose evidence broke, so many days ago; they are among those open today. */
  readonly lost?: { readonly count: number; readonly daysAgo: number };
  /** One open item's risk is accepted for so many days more. */
  readonly waivedFor?: number;
  /** By how many days ago it was found, and rotated; null: it is open. */
  readonly secret?: { readonly found: number; readonly rotated: number | null };
}

export const WEEKS = 8;

const [CHAMPION, OTHER] = ['octocat', 'hubot-security'];

export const PLANS: readonly Plan[] = [
  { name: 'checkout', risk: 'HIGH', champion: CHAMPION, launchIn: 12, unmet: [16, 2] },
  { name: 'search', risk: 'MEDIUM', champion: CHAMPION, launchIn: 45, unmet: [14, 5] },
  { name: 'accounts', risk: 'MAXIMUM', champion: OTHER, launchIn: 60, unmet: [12, 5], waivedFor: 1 },
  {
    name: 'mail-gateway',
    risk: 'HIGH',
    champion: CHAMPION,
    launchIn: 20,
    unmet: [11, 8],
    secret: { found: 5, rotated: null },
  },
  { name: 'image-proxy', risk: 'LOW', champion: null, launchIn: null, unmet: [5, 5] },
  { name: 'status-page', risk: 'LOW', champion: OTHER, launchIn: -21, unmet: [7, 0] },
  {
    name: 'billing',
    risk: 'MAXIMUM',
    champion: CHAMPION,
    launchIn: -40,
    unmet: [6, 3],
    lost: { count: 3, daysAgo: 9 },
  },
  { name: 'maps', risk: 'MEDIUM', champion: OTHER, launchIn: 90, unmet: [11, 6] },
  { name: 'notifications', risk: 'MEDIUM', champion: CHAMPION, launchIn: 30, unmet: [10, 0] },
  { name: 'internal-wiki', risk: 'LOW', champion: null, launchIn: null, unmet: [8, 4] },
  {
    name: 'events',
    risk: 'HIGH',
    champion: OTHER,
    launchIn: 7,
    unmet: [12, 3],
    waivedFor: 6,
    secret: { found: 33, rotated: 31 },
  },
  { name: 'labs', risk: null, champion: null, launchIn: null, unmet: [5, 7], lost: { count: 2, daysAgo: 20 } },
];
