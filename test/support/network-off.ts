/** No test reaches past this machine: a connection to anything but loopback throws, naming the host. */
import net from 'node:net';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1', '0.0.0.0', '::', '']);
const connect = net.Socket.prototype.connect;

net.Socket.prototype.connect = function guarded(this: net.Socket, ...args: unknown[]) {
  const first = Array.isArray(args[0]) ? args[0][0] : args[0];
  const host = typeof first === 'object' && first !== null ? String((first as { host?: string }).host ?? '') : '';
  // Nobody's name (RFC 2606): whoever asks for it in a test brings a look-up that leads to loopback.
  const isMadeUp = host.endsWith('.example');
  if (!LOOPBACK.has(host) && !host.startsWith('127.') && !isMadeUp)
    throw new Error(`Tests do not reach the network: ${host}`);
  return Reflect.apply(connect, this, args);
} as typeof connect;
