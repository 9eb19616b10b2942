/** Only an address of our own API and this repository names a run. */
import { runOfCallback } from '../../../src/infra/github/callback.js';

const API = 'https://api.github.com';
const repo = { owner: 'octo', name: 'harbor' };
const path = '/repos/octo/harbor/actions/runs/77/deployment_protection_rule';

test.each<[string, string, string, number | null]>([
  ['as GitHub writes it', `${API}${path}`, API, 77],
  ['in other letters', `${API}/repos/Octo/HARBOR/actions/runs/77/deployment_protection_rule`, API, 77],
  ['on an Enterprise Server', `https://ghe.example.com/api/v3${path}`, 'https://ghe.example.com/api/v3', 77],
  ['another host', `https://evil.example.com${path}`, API, null],
  ['a host that begins alike', `https://api.github.com.evil.example${path}`, API, null],
  ['our host as a user name', `https://api.github.com@evil.example${path}`, API, null],
  ['with credentials', `https://a:b@api.github.com${path}`, API, null],
  ['plain http', `http://api.github.com${path}`, API, null],
  ['another port', `https://api.github.com:8443${path}`, API, null],
  ['another repository', `${API}/repos/octo/other/actions/runs/77/deployment_protection_rule`, API, null],
  ['out of the repository', `${API}/repos/octo/harbor/../other/actions/runs/77/deployment_protection_rule`, API, null],
  ['another route', `${API}/repos/octo/harbor/actions/runs/77/cancel`, API, null],
  ['no number', `${API}/repos/octo/harbor/actions/runs/x/deployment_protection_rule`, API, null],
  ['zero', `${API}/repos/octo/harbor/actions/runs/0/deployment_protection_rule`, API, null],
  [
    'a number past counting',
    `${API}/repos/octo/harbor/actions/runs/9999999999999999/deployment_protection_rule`,
    API,
    null,
  ],
  ['without the prefix of the API', `https://ghe.example.com${path}`, 'https://ghe.example.com/api/v3', null],
  ['no address', 'runs/77', API, null],
])('%s', (_, callback, api, run) => {
  expect(runOfCallback(callback, api, repo)).toBe(run);
});
