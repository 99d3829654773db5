import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BlobsServer } from '@netlify/blobs/server';
import { netlifyStore } from '#src/attachments/netlify.ts';
import { contract } from './contract.ts';

/** Netlify's own server of blobs, on this machine. */
contract('Netlify Blobs', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'blobs-'));
  const token = 'here';
  const server = new BlobsServer({ directory, token, logger: () => {} });
  const { port } = await server.start();
  const address = `http://localhost:${port}`;
  let stopped = false;
  const stop = async () => {
    if (!stopped) await server.stop();
    stopped = true;
  };
  return {
    store: netlifyStore({ edgeURL: address, uncachedEdgeURL: address, siteID: 'site', token }),
    breakDown: stop,
    remove: async () => {
      await stop();
      rmSync(directory, { recursive: true });
    },
  };
});
