import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './server';
import { disk } from './workspace/disk';

/**
 * The server as a process of its own. How it talks is said on the command line: `--stdio`, `--node-ipc`,
 * `--socket=PORT` or `--pipe=NAME`; `--clientProcessId=PID` ends it with its client. Its data lies beside it.
 */
startServer(createConnection(ProposedFeatures.all), {
  catalogData: (name) => readFileSync(path.join(__dirname, 'catalog', name), 'utf8'),
  files: disk,
});
