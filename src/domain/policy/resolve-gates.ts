/** How strict the gates of one repository are: at no time less than the organisation says. */
import { DEFAULTS, type GatePolicy, type GatesPolicy } from './effective.js';
import type { PolicyInput } from './resolve.js';
import { GATE_MODES, type GateMode, type ParsedPolicy, WHEN_UNABLE } from './schema.js';
import type { Settings } from './settle.js';

type GateName = 'secrets' | 'launch' | 'deployments';

export function gatesOf(input: PolicyInput, settings: Settings): GatesPolicy {
  const { branches, launch, deployments, statuses } = DEFAULTS.gates;
  return {
    branches: listOf(['branches'], (file) => file.gates?.branches, branches, input, settings),
    secrets: gateOf('secrets', input, settings),
    launch: {
      ...gateOf('launch', input, settings),
      whenUnable: settings.settle<(typeof WHEN_UNABLE)[number]>({
        path: ['gates', 'launch', 'when_unable'],
        read: (file) => file.gates?.launch?.when_unable,
        fallback: launch.whenUnable,
        isLooser: (asked, held) => WHEN_UNABLE.indexOf(asked) < WHEN_UNABLE.indexOf(held),
        only: '`failure`',
      }),
    },
    deployments: {
      ...gateOf('deployments', input, settings),
      environments: listOf(
        ['deployments', 'environments'],
        (file) => file.gates?.deployments?.environments,
        deployments.environments,
        input,
        settings,
      ),
    },
    statuses: settings.settle<boolean>({
      path: ['gates', 'statuses'],
      read: (file) => file.gates?.statuses,
      fallback: statuses,
      isLooser: (asked, held) => held && !asked,
      only: '`true`',
    }),
  };
}

/** From when on a gate is enforced, as text for messages; a calendar date otherwise. */
const AT_ONCE = 'at once';
const NEVER = 'never';

/**
 * Mode and date are settled apart, which gives at every time the stricter of both files: what holds before the date is the
 * stricter mode, and the earlier date counts. A file that says `enforce` without a date means at once.
 */
function gateOf(name: GateName, { organisation }: PolicyInput, settings: Settings): GatePolicy {
  const held = DEFAULTS.gates[name];
  const saidIn = (file: ParsedPolicy | null) => file?.gates?.[name];
  const mode = settings.settle<GateMode>({
    path: ['gates', name, 'mode'],
    read: (file) => saidIn(file)?.mode,
    fallback: held.mode,
    isLooser: (asked, than) => GATE_MODES.indexOf(asked) < GATE_MODES.indexOf(than),
    only: 'a mode nearer to `enforce`',
  });
  const start = settings.settle<string>({
    path: ['gates', name, 'enforce_from'],
    read: (file) => saidIn(file)?.enforce_from ?? (saidIn(file)?.mode === 'enforce' ? AT_ONCE : undefined),
    fallback: saidIn(organisation)?.mode === undefined && (held.mode as GateMode) === 'enforce' ? AT_ONCE : NEVER,
    isLooser: (asked, than) => order(asked) > order(than),
    only: 'an earlier date',
  });
  return { mode, enforceFrom: start === AT_ONCE || start === NEVER ? null : start };
}

/** Dates compare as text. */
const order = (start: string): string => (start === AT_ONCE ? '0' : start === NEVER ? '~' : start);

/** Lists add up; with the organisation's leave the repository's own stands alone. */
function listOf(
  key: readonly string[],
  read: (file: ParsedPolicy) => readonly string[] | undefined,
  fallback: readonly string[],
  { organisation, repository }: PolicyInput,
  settings: Settings,
): readonly string[] {
  const said = organisation === null ? undefined : read(organisation);
  const own = repository === null ? undefined : read(repository);
  const held = said ?? fallback;
  const all =
    own !== undefined && settings.mayLoosen('gates') ? [...new Set(own)] : [...new Set([...held, ...(own ?? [])])];
  const isOwn = all.length !== held.length || all.some((entry) => !held.includes(entry));
  settings.note(['gates', ...key], isOwn ? 'repository' : said === undefined ? 'default' : 'organisation');
  return all;
}
