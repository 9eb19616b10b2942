/** The package managers: what lists direct dependencies, what locks them, and how each is called where it is kept current. */
import { isAside } from './_names.js';

export interface Ecosystem {
  readonly name: string;
  /** File names that list direct dependencies. */
  readonly manifest: RegExp;
  /** Whether this manifest lists any; null text: it was not read. */
  readonly hasDependencies: (text: string) => boolean;
  /** File names that lock them, in the manifest's folder or above it; empty where the ecosystem has none by default. */
  readonly locks: readonly string[];
  /** Writes the lock file. */
  readonly lockCommand?: string;
  /** As Dependabot calls it; any of them will do. */
  readonly dependabot: readonly [string, ...string[]];
}

const ANY = (): boolean => true;

export const ECOSYSTEMS: readonly Ecosystem[] = [
  {
    name: 'npm',
    manifest: /^package\.json$/,
    hasDependencies: (text) => /"(?:d|devD|optionalD)ependencies"\s*:\s*\{\s*"/.test(text),
    locks: [
      'package-lock.json',
      'npm-shrinkwrap.json',
      'yarn.lock',
      'pnpm-lock.yaml',
      'bun.lock',
      'bun.lockb',
      'deno.lock',
    ],
    lockCommand: 'npm install --package-lock-only',
    dependabot: ['npm', 'bun'],
  },
  {
    name: 'Python',
    manifest: /^(?:pyproject\.toml|Pipfile)$/,
    hasDependencies: (text) =>
      /^\s*dependencies\s*=\s*\[\s*["'#]/m.test(text) ||
      /^\[(?:tool\.poetry\.dependencies|packages|dependency-groups)\]/m.test(text),
    locks: ['uv.lock', 'poetry.lock', 'pdm.lock', 'pylock.toml', 'Pipfile.lock', 'requirements.txt'],
    lockCommand: 'uv lock',
    dependabot: ['pip', 'uv'],
  },
  {
    name: 'pip',
    manifest: /^(?:requirements[\w.-]*\.(?:txt|in)|setup\.(?:py|cfg))$/,
    hasDependencies: ANY,
    locks: [],
    dependabot: ['pip', 'uv'],
  },
  {
    name: 'Cargo',
    manifest: /^Cargo\.toml$/,
    hasDependencies: (text) => /^\[(?:[\w.'"()=-]+\.)?(?:(?:dev|build)-)?dependencies/m.test(text),
    locks: ['Cargo.lock'],
    lockCommand: 'cargo generate-lockfile',
    dependabot: ['cargo'],
  },
  {
    name: 'Go',
    manifest: /^go\.mod$/,
    hasDependencies: (text) => /^require\b/m.test(text),
    locks: ['go.sum'],
    lockCommand: 'go mod tidy',
    dependabot: ['gomod'],
  },
  {
    name: 'Composer',
    manifest: /^composer\.json$/,
    hasDependencies: (text) => /"require(?:-dev)?"\s*:\s*\{\s*"/.test(text),
    locks: ['composer.lock'],
    lockCommand: 'composer update --no-install',
    dependabot: ['composer'],
  },
  {
    name: 'Bundler',
    manifest: /^Gemfile$/,
    hasDependencies: (text) => /^\s*(?:gem\s|gemspec\b)/m.test(text),
    locks: ['Gemfile.lock'],
    lockCommand: 'bundle lock',
    dependabot: ['bundler'],
  },
  {
    name: 'Pub',
    manifest: /^pubspec\.yaml$/,
    hasDependencies: (text) => /^(?:dev_)?dependencies:\s*$/m.test(text),
    locks: ['pubspec.lock'],
    lockCommand: 'dart pub get',
    dependabot: ['pub'],
  },
  {
    name: 'Mix',
    manifest: /^mix\.exs$/,
    hasDependencies: (text) => /\{\s*:\w+\s*,/.test(text),
    locks: ['mix.lock'],
    lockCommand: 'mix deps.get',
    dependabot: ['mix'],
  },
  {
    name: 'Swift',
    manifest: /^Package\.swift$/,
    hasDependencies: (text) => /\.package\(/.test(text),
    locks: ['Package.resolved'],
    lockCommand: 'swift package resolve',
    dependabot: ['swift'],
  },
  {
    name: 'Terraform',
    manifest: /^(?:versions|providers|terraform)\.tf$/,
    hasDependencies: (text) => /required_providers/.test(text),
    locks: ['.terraform.lock.hcl'],
    lockCommand: 'terraform providers lock',
    dependabot: ['terraform', 'opentofu'],
  },
  { name: 'Maven', manifest: /^pom\.xml$/, hasDependencies: ANY, locks: [], dependabot: ['maven'] },
  {
    name: 'Gradle',
    manifest: /^(?:build\.gradle(?:\.kts)?|libs\.versions\.toml)$/,
    hasDependencies: ANY,
    locks: [],
    dependabot: ['gradle'],
  },
  {
    name: 'NuGet',
    manifest: /^(?:[^/]+\.(?:cs|fs|vb)proj|Directory\.Packages\.props|packages\.config)$/,
    hasDependencies: ANY,
    locks: [],
    dependabot: ['nuget'],
  },
];

export interface Manifest {
  readonly path: string;
  readonly ecosystem: Ecosystem;
}

/** What lists the dependencies of what the project ships, highest first. */
export function manifestsOf(paths: readonly string[]): readonly Manifest[] {
  return paths
    .filter((path) => !isAside(path))
    .flatMap((path) => {
      const ecosystem = ecosystemOf(path);
      return ecosystem === undefined ? [] : [{ path, ecosystem }];
    })
    .toSorted((a, b) => a.path.split('/').length - b.path.split('/').length);
}

export const isManifest = (path: string): boolean => !isAside(path) && ecosystemOf(path) !== undefined;

function ecosystemOf(path: string): Ecosystem | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return ECOSYSTEMS.find(({ manifest }) => manifest.test(name));
}

/** `a/b/c.json` -> `a/b`; the root is the empty text. */
export function folderOf(path: string): string {
  const at = path.lastIndexOf('/');
  return at < 0 ? '' : path.slice(0, at);
}

/** The folder itself and those above it, up to the root. */
export function upwards(folder: string): readonly string[] {
  return folder === '' ? [''] : [folder, ...upwards(folderOf(folder))];
}
