import type { DryRunOptions, DryRunRequest, Report, ScriptTest, TestOptions, TestRequest } from '../dryrun';
import type { TemplateData } from '../scaffold';
import type { ReadScript } from '../script-checks';
import type { Files } from '../server/workspace/files';
import type { CatalogData } from '../wazuh/catalog';
import type { AskInterpreter } from './ask-interpreter';

/** The dry run itself: see dryrun/dry-run.ts for what it rejects with. */
export type DryRun = (request: DryRunRequest, options: DryRunOptions) => Promise<Report>;

/** The trial in all scenarios: see dryrun/script-test.ts. */
export type TestScript = (request: TestRequest, options: TestOptions) => Promise<ScriptTest>;

/** Where a command writes. */
export interface Output {
  write(text: string): void;
  /** Whether a person may be looking: then colours and links are drawn. */
  readonly isTerminal: boolean;
}

/** The file system as the commands need it, by address (`file:///…`). Each function rejects if the thing is gone. */
export interface Disk extends Files {
  kind(uri: string): Promise<'file' | 'folder' | 'other'>;
  bytes(file: string): Promise<Uint8Array>;
  /** Writes a new file with these permission bits; false, and nothing is touched, if there is one already. */
  create(file: string, text: string, mode: number): Promise<boolean>;
  /** Puts a new content in the place of a file's old one, at once and whole; owner and mode stay. */
  replace(file: string, content: Uint8Array): Promise<void>;
}

/** Everything that a command may touch. `main.ts` makes the real one, the tests make theirs. */
export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly disk: Disk;
  /** Absolute path of the folder that relative paths start from. */
  readonly cwd: string;
  /** The product's version: `0.1.0`. */
  readonly version: string;
  /** Aborted when the user presses Ctrl-C. */
  readonly interrupted: AbortSignal;
  readonly catalogData: CatalogData;
  readonly templateData: TemplateData;
  readonly readScript: ReadScript;
  readonly askInterpreter: AskInterpreter;
  readonly dryRun: DryRun;
  readonly testScript: TestScript;
  /** Serves the language server, as the command line says (`--stdio`, `--node-ipc`), until the client says goodbye. */
  serve(): Promise<void>;
}

/** 0: nothing wrong. 1: something found. 2: could not run. */
export type ExitStatus = 0 | 1 | 2;

/** Why a command could not run: told to the user on stderr in one line, with exit status 2. */
export class Trouble extends Error {}
