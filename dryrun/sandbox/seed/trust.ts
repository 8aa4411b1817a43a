import { existsSync, readdirSync, realpathSync } from 'node:fs';
import type { Authority } from '../catcher/authority';
import { type Entry, file } from './entry';

/** Where the systems keep whom they trust, as one file. */
const bundles = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/ssl/cert.pem',
  '/etc/ssl/ca-bundle.pem',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  '/usr/lib/ssl/cert.pem',
  '/var/lib/ca-certificates/ca-bundle.pem',
];

/** Where they keep them one by one, by the names under which OpenSSL looks. */
const folders = ['/etc/ssl/certs', '/etc/pki/tls/certs'];

/** Below these, each Python keeps its packages. */
const pythons = ['/usr/lib', '/usr/lib64', '/usr/local/lib'];

/** Lays an authority over whom the machine trusts: in the sandbox there is nobody else to be trusted. */
export function trust({ certificate, fileName }: Authority): readonly Entry[] {
  const real = (path: string) => (existsSync(path) ? [realpathSync(path)] : []);
  const places = [
    ...[...bundles, ...pythonBundles()].flatMap(real),
    ...folders.flatMap(real).map((folder) => `${folder}/${fileName}`),
  ];
  return [...new Set(places)].map((path) => file(path, certificate));
}

/** Python's certifi brings its own. */
function pythonBundles(): readonly string[] {
  return pythonFolders().flatMap((folder) =>
    ['site-packages', 'dist-packages'].map((packages) => `${folder}/${packages}/certifi/cacert.pem`),
  );
}

/** Folders of the machine's Pythons: `/usr/lib/python3`, `/usr/lib/python3.11`, … */
export function pythonFolders(): readonly string[] {
  return pythons.flatMap((folder) =>
    existsSync(folder)
      ? readdirSync(folder)
          .filter((name) => /^python3(?:\.\d+)?$/.test(name))
          .map((name) => `${folder}/${name}`)
      : [],
  );
}
