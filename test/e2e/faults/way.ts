import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** What a network does between a server and its database. */
export type Way = {
  /** The database's address, by this way. */ readonly url: string;
  /** Breaks all connections and lets no new one through, until `up`. */ down(): Promise<void>;
  up(): Promise<void>;
  /** The next `commit` goes through; its answer does not, and the connection breaks. */ loseCommit(): void;
  /** Commits whose answers were lost. */ lost(): number;
};

/** A way to a Postgres that a test can cut. */
export const newWay = async (database: string): Promise<Way> => {
  const to = new URL(database);
  const sockets = new Set<Socket>();
  let losing = false;
  let lost = 0;

  const through = (inner: Socket): void => {
    const outer = connect(Number(to.port || 5432), to.hostname);
    const cut = (): void => {
      for (const socket of [inner, outer]) {
        socket.destroy();
        sockets.delete(socket);
      }
    };
    let deaf = false;
    for (const socket of [inner, outer]) sockets.add(socket.on('error', cut).on('close', cut));
    inner.on('data', part => {
      if (losing && part.includes('commit')) {
        losing = false;
        deaf = true;
        lost += 1;
      }
      outer.write(part);
    });
    outer.on('data', part => {
      if (!deaf) inner.write(part);
      // 'C' and the tag COMMIT: it is durable, and nobody hears so.
      else if (part.includes('COMMIT')) cut();
    });
  };

  const server = createServer(through).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const { port } = address;
  return {
    url: Object.assign(new URL(database), { hostname: '127.0.0.1', port: String(port) }).href,
    down: async () => {
      const closed = server.listening ? once(server, 'close') : null;
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    up: async () => {
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
    },
    loseCommit: () => {
      losing = true;
    },
    lost: () => lost,
  };
};
