/** Reads the address at which a waiting deployment may be answered: nothing is ever sent to an address that somebody gave us. */
import type { RepoName } from './gateway.js';

/**
 * The run that is to be answered; null unless the address is that of our own API, for this repository.
 * @param apiUrl without a trailing slash, `https://api.github.com`
 */
export function runOfCallback(callback: string, apiUrl: string, { owner, name }: RepoName): number | null {
  if (!URL.canParse(callback)) return null;
  const [given, api] = [new URL(callback), new URL(apiUrl)];
  if (given.origin !== api.origin || given.username !== '' || given.password !== '') return null;
  const base = api.pathname.replace(/\/$/, '');
  // GitHub's names are the same in any case.
  const before = `${base}/repos/${owner}/${name}/actions/runs/`.toLowerCase();
  const path = given.pathname.toLowerCase();
  const run = /^(?<id>[1-9]\d{0,15})\/deployment_protection_rule$/.exec(path.slice(before.length))?.groups?.id;
  if (!path.startsWith(before) || run === undefined || !Number.isSafeInteger(Number(run))) return null;
  return Number(run);
}
