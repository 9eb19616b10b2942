/**
 * PGlite at the end of a wire: a stream that pg's own client talks the PostgreSQL protocol to, answered in this process.
 * So an embedded database and a server differ below the pool only, types of rows, errors and notifications included.
 */
import { Duplex } from 'node:stream';
import { setImmediate as otherWork } from 'node:timers/promises';

/** The part of PGlite that is used here. */
export interface WireBackend {
  execProtocolRaw(message: Uint8Array): Promise<Uint8Array>;
}

const FRONTEND = { query: 0x51, sync: 0x53, flush: 0x48, parse: 0x50, terminate: 0x58 } as const;
const NOTIFICATION = 0x41;
const READY = 0x5a;
const IDLE = 0x49;

/** AuthenticationOk and ReadyForQuery(idle): the whole greeting that a client without a password waits for. */
const GREETING = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, READY, 0, 0, 0, 5, IDLE]);
const ROLLBACK = Buffer.from('Q\0\0\0\x0dROLLBACK\0', 'latin1');

/**
 * The one session that PGlite is, shared by any number of sockets. From `begin` to `commit` it belongs to the socket that
 * began, the others wait their turn. Whoever asks another socket for something inside a transaction waits for ever.
 */
export class WireSession {
  readonly #backend: WireBackend;
  readonly #waiting: { readonly socket: PgliteSocket; readonly go: () => void }[] = [];
  readonly #sockets = new Set<PgliteSocket>();
  #owner: PgliteSocket | null = null;

  constructor(backend: WireBackend) {
    this.#backend = backend;
  }

  socket(): PgliteSocket {
    const socket = new PgliteSocket(this);
    this.#sockets.add(socket);
    return socket;
  }

  async run(socket: PgliteSocket, message: Uint8Array): Promise<Buffer> {
    await this.#own(socket);
    let idle = true;
    try {
      const { reply, notifications } = splitNotifications(Buffer.from(await this.#backend.execProtocolRaw(message)));
      idle = reply.at(-1) === IDLE || reply.at(-6) !== READY;
      // A notification belongs to the session, so whoever listens may sit behind any socket.
      if (notifications.length > 0) for (const each of this.#sockets) each.push(notifications);
      return reply;
    } finally {
      if (idle) this.#free(socket);
    }
  }

  /** A socket closed in the middle of its transaction must not keep the others out, nor leave half of it behind. */
  async forget(socket: PgliteSocket): Promise<void> {
    this.#sockets.delete(socket);
    if (this.#owner !== socket) return;
    try {
      await this.#backend.execProtocolRaw(ROLLBACK);
    } finally {
      this.#free(socket);
    }
  }

  /**
   * PGlite answers within the call, so a chain of queries runs from promise to promise and the event loop never turns: webhooks
   * stayed unread for seconds while jobs ran. So everybody who gets the session lets whatever has arrived go first.
   */
  async #own(socket: PgliteSocket): Promise<void> {
    if (this.#owner === socket) return;
    if (this.#owner === null) this.#owner = socket;
    else await new Promise<void>((go) => this.#waiting.push({ socket, go }));
    await otherWork();
  }

  #free(socket: PgliteSocket): void {
    if (this.#owner !== socket) return;
    const next = this.#waiting.shift();
    this.#owner = next?.socket ?? null;
    next?.go();
  }
}

/** What `net.Socket` is to a server. pg writes one whole protocol message at a time. */
export class PgliteSocket extends Duplex {
  readonly #session: WireSession;
  #batch: Uint8Array[] = [];
  #greeted = false;

  constructor(session: WireSession) {
    super();
    this.#session = session;
  }

  connect(): this {
    process.nextTick(() => this.emit('connect'));
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  override _read(): void {
    return;
  }

  override _write(message: Buffer, _encoding: string, done: (error?: Error | null) => void): void {
    if (!this.#greeted) {
      this.#greeted = true;
      this.push(GREETING);
      done();
      return;
    }
    const kind = message[0];
    if (kind === FRONTEND.terminate) {
      this.push(null);
      done();
      return;
    }
    // Prepared statements are the session's: another socket may have prepared this name already, with the same text.
    const name = kind === FRONTEND.parse ? statementName(message) : '';
    if (name !== '') this.#batch.push(closeStatement(name));
    this.#batch.push(message);
    if (kind !== FRONTEND.query && kind !== FRONTEND.sync && kind !== FRONTEND.flush) {
      done();
      return;
    }
    const batch = Buffer.concat(this.#batch);
    this.#batch = [];
    this.#session.run(this, batch).then(
      (reply) => {
        this.push(reply);
        done();
      },
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
    );
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#session.forget(this).then(
      () => done(error),
      (cause: unknown) => done(error ?? (cause instanceof Error ? cause : new Error(String(cause)))),
    );
  }
}

function statementName(parse: Buffer): string {
  return parse.toString('utf8', 5, parse.indexOf(0, 5));
}

function closeStatement(name: string): Buffer {
  const text = Buffer.from(`S${name}\0`, 'utf8');
  const message = Buffer.alloc(5 + text.length);
  message.write('C', 'latin1');
  message.writeUInt32BE(4 + text.length, 1);
  text.copy(message, 5);
  return message;
}

function splitNotifications(bytes: Buffer): { reply: Buffer; notifications: Buffer } {
  const reply: Buffer[] = [];
  const notifications: Buffer[] = [];
  for (let at = 0, end = 0; at < bytes.length; at = end) {
    end = at + 1 + bytes.readUInt32BE(at + 1);
    (bytes[at] === NOTIFICATION ? notifications : reply).push(bytes.subarray(at, end));
  }
  if (notifications.length === 0) return { reply: bytes, notifications: Buffer.alloc(0) };
  return { reply: Buffer.concat(reply), notifications: Buffer.concat(notifications) };
}
