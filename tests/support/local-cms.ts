/** The local CMS alone, on a folder named as an argument, to be ended at any moment: prints its port. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { localCmsApp } from '#admin/local/app.ts';

const [, , project = ''] = process.argv;
const server = createServer(await localCmsApp(project));
server.listen(0, '127.0.0.1', () => {
  console.log((server.address() as AddressInfo).port);
});
