import path from 'node:path';
import { t } from '@vscode/l10n';
import {
  CannotBeShown,
  type DryRunRequest,
  type Expected,
  expectedDeeds,
  expectedFrom,
  mustBeUnderstood,
  SandboxRefused,
  ScriptRefused,
  UnknownExpectation,
  type Verdict,
  whyNotRun,
} from '../dryrun';
import { expectsDelete, unknownExpectationWords } from '../script-checks';
import type { WazuhVersion } from '../wazuh/versions';
import { chosenAlert, type Occasion, usualExtraArgs, words } from './alert-choice';
import { type ExitStatus, type Io, Trouble } from './io';
import { noneOf, oneOf, wholeNumber } from './options';
import { address, kindOf, mustBeFolder, reason } from './places';
import { surroundingsOfScript } from './surroundings';

const sandboxes = ['auto', 'overlay', 'none'] as const;
const versions: readonly WazuhVersion[] = ['4.14', '5.0'];

/** Seconds until delete, for a script that shakes hands where no timeout was said: what the templates have. */
const usualTimeout = 600;

/** The options of every command that runs scripts. */
export const scriptOptions = {
  alert: { type: 'string' },
  rule: { type: 'string' },
  sample: { type: 'string' },
  rules: { type: 'string', multiple: true },
  timeout: { type: 'string' },
  'extra-args': { type: 'string' },
  expect: { type: 'string' },
  wazuh: { type: 'string' },
  sandbox: { type: 'string' },
  show: { type: 'string', multiple: true },
  'allow-not-shown': { type: 'boolean' },
} as const;

/** What was given for them. */
export type ScriptValues = {
  readonly [Name in keyof typeof scriptOptions]?:
    | ((typeof scriptOptions)[Name] extends { readonly multiple: true }
        ? readonly string[]
        : (typeof scriptOptions)[Name]['type'] extends 'boolean'
          ? boolean
          : string)
    | undefined;
};

/** How they are explained, one a line. */
export function scriptHelp(): readonly string[] {
  return [
    `  --alert      ${t('a file of one alert, as in alerts.json')}`,
    `  --rule       ${t('an alert made for a rule')}`,
    `  --sample     ${t('an alert of the collection; without any of the three, one of a rule that an ossec.conf beside the script binds it to, else one that has what the script reads')}`,
    `  --rules      ${t('a folder of custom rule files; may be given again')}`,
    `  --timeout    ${t('seconds until delete; the clock is moved, nobody waits. 0: no delete. Without it, what an ossec.conf beside the script says; else a script that sends check_keys gets one')}`,
    `  --extra-args ${t('what <extra_args> says; without it, what an ossec.conf beside the script says')}`,
    `  --expect     ${t('what the script should do: {0}. Without it, what its comment says (# wazuh-ar: …), else what it is seen to do', expectedDeeds.join(', '))}`,
    `  --wazuh      ${t('the release that speaks to the script; 4.14 by default')}`,
    `  --show       ${t('a file or folder of this machine that the script may see; may be given again. Without it, only programs and libraries')}`,
    `  --sandbox    ${t('none runs the script on this machine, unprotected: only what you trust')}`,
  ];
}

/** What a script is to be run with, and what the alert is, for the reader. */
export interface ScriptRequest {
  readonly request: Omit<DryRunRequest, 'scenario'>;
  readonly alert: string;
  /** False for a script that is for another system: its text alone is judged. */
  readonly runs: boolean;
}

/**
 * Reads a script and chooses what it is run with.
 * @throws Trouble if the script or the alert cannot be had, or an option makes no sense
 */
export async function scriptRequest(io: Io, script: string, values: ScriptValues): Promise<ScriptRequest> {
  const version = oneOf('--wazuh', values.wazuh, versions) ?? '4.14';
  const sandbox = oneOf('--sandbox', values.sandbox, sandboxes) ?? 'auto';
  const expected = expectation(values.expect);
  const asked = wholeNumber('--timeout', values.timeout, 0);
  const rule = wholeNumber('--rule', values.rule, 1);
  const read = await io.readScript(await textOf(io, script), path.basename(script));
  if (expected === undefined) await attempt(io, script, async () => mustBeUnderstood(read));
  const occasion = await occasionOf(io, script, version, values.rules ?? []);
  const chosen = await chosenAlert(io, { file: values.alert, rule, sample: values.sample }, read, occasion);
  const given = values['extra-args'];
  const bound = occasion.bindings.find(({ timeout }) => timeout > 0)?.timeout;
  return {
    alert: chosen.title,
    runs: whyNotRun(read) === undefined,
    request: {
      script: path.resolve(io.cwd, script),
      alert: chosen.alert,
      fitted: chosen.fitted,
      timeout: asked ?? bound ?? (expectsDelete(read) ? usualTimeout : 0),
      extraArgs: given === undefined ? usualExtraArgs(read, chosen.alert, occasion) : words(given),
      sandbox,
      show: values.show?.map((named) => path.resolve(io.cwd, named)),
      workspaceFolder: io.cwd,
      version,
      expected,
    },
  };
}

/** The rules at hand, and the responses of the configurations beside a script and above it that run it. */
async function occasionOf(
  io: Io,
  script: string,
  version: WazuhVersion,
  folders: readonly string[],
): Promise<Occasion> {
  for (const folder of folders) await mustBeFolder(io, folder);
  const rules = folders.map((folder) => address(io, folder));
  const around = await surroundingsOfScript(io, address(io, script), { version, rules });
  const name = path.basename(script);
  return {
    rules: around.rules,
    bindings: [...around.workspace.bindings.values()].flat().filter(({ executable }) => executable === name),
  };
}

function expectation(said: string | undefined): Expected | undefined {
  if (said === undefined) return undefined;
  const expected = expectedFrom(said);
  if (!expected) throw new Trouble(noneOf('--expect', said, expectedDeeds));
  return expected;
}

/** What the exit status means, for the help. */
export function exitHelp(): readonly string[] {
  return [
    t('Exit status: 0 all passed and nothing was found, 1 something failed or was found, 2 could not run.'),
    t('What was not shown counts as 1, unless --allow-not-shown is given: it proves nothing.'),
  ];
}

/** The exit status that these verdicts make. */
export function exitStatus(
  verdicts: readonly Verdict[],
  { 'allow-not-shown': allowed = false }: ScriptValues,
): ExitStatus {
  return verdicts.every((verdict) => verdict === 'passed' || (allowed && verdict === 'not shown')) ? 0 : 1;
}

async function textOf(io: Io, script: string): Promise<string> {
  switch (await kindOf(io, script)) {
    case 'file':
      break;
    case 'folder':
      throw new Trouble(t('{0} is a folder. Name the scripts in it: {1}', script, path.join(script, '*')));
    case 'other':
      throw new Trouble(t('{0} is not a file.', script));
  }
  const bytes = await io.disk.bytes(address(io, script)).catch((error: unknown) => {
    throw new Trouble(t('{0} cannot be read: {1}.', script, reason(error)));
  });
  return new TextDecoder().decode(bytes);
}

/**
 * Runs a script.
 * @param script as the user named it
 * @throws Trouble if it was not run, or was interrupted
 */
export async function attempt<T>({ interrupted }: Io, script: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (interrupted.aborted) throw new Trouble(t('stopped. No process of the script is left.'));
    if (error instanceof SandboxRefused) {
      throw new Trouble(
        t('{0} To run the script on this machine, unprotected: --sandbox none.', error.message),
      );
    }
    if (error instanceof ScriptRefused) throw new Trouble(error.message);
    if (error instanceof CannotBeShown) throw new Trouble(error.message);
    if (error instanceof UnknownExpectation) {
      throw new Trouble(`${script}:${error.line + 1}: ${unknownExpectationWords(error.words)}`);
    }
    throw error;
  }
}
