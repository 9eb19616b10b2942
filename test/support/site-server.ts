/** Websites on this machine that answer under any name, over http and https, as good or as bad as a test wants; reached through a proxy of their own. */
import http from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { type Site, startSite } from '../../src/cli/_demo/site.js';
import { createAddressGuard } from '../../src/infra/net/address-guard.js';
import { createGuardedFetch, type GuardedFetch } from '../../src/infra/net/guarded-fetch.js';

export type { Answers, Reply } from '../../src/cli/_demo/site.js';

export interface SiteServer extends Pick<Site, 'port' | 'asked' | 'answerWith' | 'close'> {
  /** Leads every name to the sites; ports are 443 and 80. */
  readonly fetch: GuardedFetch;
}

/** @param name what the certificate is for; it is good for the `fetch` given back. */
export async function startSites(name = 'pay.example'): Promise<SiteServer> {
  const site = await startSite(name);
  const sockets = new Set<Socket>();
  const proxy = http.createServer((request, response) => site.reply(request, response, 'http'));
  proxy.on('connect', (_, socket: Socket) => {
    const onward = connect(site.port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    for (const end of [socket, onward]) {
      sockets.add(end);
      end.on('error', () => end.destroy());
    }
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const fetch = createGuardedFetch({
    mayReach: createAddressGuard(['127.0.0.1']),
    proxyFor: () => `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    userAgent: 'seaworthy-test',
    ca: site.certificate,
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
  });
  return {
    fetch,
    port: site.port,
    asked: site.asked,
    answerWith: site.answerWith,
    async close() {
      for (const socket of sockets) socket.destroy();
      proxy.closeAllConnections();
      await new Promise((resolve) => proxy.close(resolve));
      await site.close();
    },
  };
}
