/**
 * A loopback server before VS Code's: it hands out folders of the repository on the workbench's own origin, from where alone the
 * workbench loads web-worker extensions under development, and passes everything else on.
 */
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import path from 'node:path';

const types = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
};

/** `mounts` maps URL paths such as `/extension` to folders. Resolves to `{base, close}`. */
export function startFront(base, mounts) {
  const target = new URL(base);
  const server = http.createServer((request, response) => {
    const file = mountedFile(request.url ?? '/', mounts);
    if (file === undefined) forward(target, request, response);
    else serve(file, request, response);
  });
  server.on('upgrade', (request, socket, head) => tunnel(target, request, socket, head));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const close = () => {
        server.closeAllConnections();
        server.close();
      };
      resolve({ base: `http://127.0.0.1:${server.address().port}/`, close });
    });
  });
}

/** The file of a mounted path, `null` where the path is not to be handed out, undefined outside the mounts. */
function mountedFile(url, mounts) {
  const pathname = decodeURIComponent(new URL(url, 'http://front').pathname);
  for (const [prefix, folder] of Object.entries(mounts)) {
    if (!pathname.startsWith(`${prefix}/`)) continue;
    const relative = path.posix.normalize(pathname.slice(prefix.length + 1));
    const isPrivate = relative.split('/').some((part) => part.startsWith('.') || part === 'node_modules');
    return isPrivate ? null : path.join(folder, relative);
  }
  return undefined;
}

function serve(file, request, response) {
  const data = file === null ? undefined : readIfFile(file);
  if (data === undefined) {
    response.writeHead(404).end();
    return;
  }
  const type = types[path.extname(file)] ?? 'application/octet-stream';
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(request.method === 'HEAD' ? undefined : data);
}

function readIfFile(file) {
  try {
    return fs.readFileSync(file);
  } catch {
    return undefined;
  }
}

function forward(target, request, response) {
  const { method, url, headers } = request;
  const upstream = http.request({ host: target.hostname, port: target.port, method, path: url, headers }, (answer) => {
    response.writeHead(answer.statusCode, answer.headers);
    answer.pipe(response);
  });
  upstream.on('error', () => response.destroy());
  request.pipe(upstream);
}

function tunnel(target, request, socket, head) {
  const upstream = net.connect(Number(target.port), target.hostname, () => {
    const headers = [];
    for (let at = 0; at < request.rawHeaders.length; at += 2) {
      headers.push(`${request.rawHeaders[at]}: ${request.rawHeaders[at + 1]}\r\n`);
    }
    upstream.write(`${request.method} ${request.url} HTTP/1.1\r\n${headers.join('')}\r\n`);
    upstream.write(head);
    socket.pipe(upstream).pipe(socket);
  });
  for (const [one, other] of [
    [socket, upstream],
    [upstream, socket],
  ]) {
    one.on('error', () => other.destroy());
    one.on('close', () => other.destroy());
  }
}
