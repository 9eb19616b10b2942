/** The end of the manifest flow: a code becomes an App's credentials, once. */
import { notFound } from '../api-error.js';
import { type ApiCall, created, type Reply, type Route } from '../http/call.js';
import { appView } from '../views/people.js';

/** "You must complete this step within one hour." */
const CODE_MS = 60 * 60 * 1000;

function convert(call: ApiCall): Reply {
  const { manifestCodes, state, clock } = call.world;
  const code = call.param('code');
  const pending = manifestCodes.get(code);
  manifestCodes.delete(code);
  const app = pending === undefined ? undefined : state.apps.get(pending.appId);
  if (pending === undefined || app === undefined) throw notFound();
  if (clock.now().getTime() - pending.at.getTime() > CODE_MS) throw notFound();
  return created({
    ...appView(call.world, app),
    client_secret: app.clientSecret,
    webhook_secret: app.webhookSecret,
    pem: app.privateKeyPem,
  });
}

const routes: readonly Route[] = [
  { method: 'POST', path: '/app-manifests/{code}/conversions', caller: 'any', handle: convert },
];

export default routes;
