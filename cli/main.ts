import { readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { t } from '@vscode/l10n';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { dryRun, testScript } from '../dryrun';
import { keepBaselineWasm, scriptReader } from '../script-checks';
import { startServer } from '../server';
import { disk as serverFiles } from '../server/workspace/disk';
import { once } from '../wazuh/once';
import { askInterpreter } from './ask-interpreter';
import { disk } from './disk';
import type { Io, Output } from './io';
import { run } from './run';

/** Reads what lies packed beside the bundle. */
function packed(folder: string): (name: string) => Buffer {
  return (name) => brotliDecompressSync(readFileSync(path.join(__dirname, folder, `${name}.br`)));
}

const catalogData = (name: string) => packed('catalog')(name).toString();
const readScript = scriptReader(packed('grammars'));

function output(stream: NodeJS.WriteStream): Output {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever reads has enough: `wazuh-ar … | head`.
    if (error.code === 'EPIPE') process.exit();
    leave(t('what it has to say cannot be written: {0}', error.message));
  });
  return {
    write: (text) => void stream.write(text),
    // https://no-color.org
    isTerminal: stream.isTTY === true && !process.env.NO_COLOR,
  };
}

/** Ends the process at once: there is no way to go on. */
function leave(why: string): never {
  try {
    writeSync(2, `wazuh-ar: ${why}\n`);
  } catch {
    // Nobody is there to hear it; the status says it.
  }
  process.exit(2);
}

function workingFolder(): string {
  try {
    return process.cwd();
  } catch {
    return leave(t('the folder that you are in is gone. Go to another one.'));
  }
}

/** ms after which a process that was told to stop ends, whatever it still waits for. */
const LAST_MOMENT = 2000;

/** From the first question on, a Ctrl-C stops what is under way, tidily; the second one ends the process. */
const interruption = once((): AbortSignal => {
  const controller = new AbortController();
  const stop = () => {
    controller.abort();
    // What the system holds up cannot be stopped: then the process goes, and the sandbox with it.
    setTimeout(() => leave(t('stopped.')), LAST_MOMENT).unref();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  return controller.signal;
});

/** Serves until the client says goodbye: the connection then ends the process. It reads off the command line how to talk. */
function serve(): Promise<void> {
  startServer(createConnection(ProposedFeatures.all), { catalogData, readScript, files: serverFiles });
  return new Promise(() => undefined);
}

const io: Io = {
  stdout: output(process.stdout),
  stderr: output(process.stderr),
  disk,
  cwd: workingFolder(),
  version: JSON.parse(readFileSync(path.join(__dirname, '../package.json'), 'utf8')).version,
  get interrupted() {
    return interruption();
  },
  catalogData,
  templateData: (name) => readFileSync(path.join(__dirname, 'templates', name), 'utf8'),
  readScript,
  askInterpreter,
  dryRun,
  testScript,
  serve,
};

keepBaselineWasm();

void run(process.argv.slice(2), io).then((status) => {
  process.exitCode = status;
});
