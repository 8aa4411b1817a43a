import type { DaemonMessage } from '../../test/conformance/vectors';

/**
 * What a line of a daemon's log is good for.
 * - said: it speaks of the configuration: to be foretold.
 * - parting: the daemon only says that it gives up; what is wrong it said before, or another daemon says it.
 * - machine: it speaks of what was not on the machine: rule files of which a handful was there, files of paths.
 */
export type Worth = 'said' | 'parting' | 'machine';

/** A line that a daemon of Wazuh wrote while it read a configuration. */
export interface Line {
  readonly daemon: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly text: string;
  /** `1303` of `(1303): …`, `3006` of clusterd's `Error 3006 - …`; undefined where the text stands for itself. */
  readonly number: string | undefined;
  readonly worth: Worth;
}

const parting: readonly string[] = ['1202', '1207', '1215', '7101'];
const partingTexts: readonly string[] = ['Invalid configuration block for Wazuh-DB.'];

/** Lines about rule files (src/analysisd/rules.c) and about files that are not there (FOPEN_ERROR). */
const machine: readonly string[] = ['1103', '7610', '7616', '7617', '7619', '7620'];
/** A file of a path was looked for and is not there. */
const machineTexts: readonly RegExp[] = [
  /^File '.*' not found\./,
  /^File '.*' from tag '.*' not found\./,
  /: The path cannot be opened\.$/,
  /^Unable to find '.*' at 'agentless'\.$/,
];

/**
 * The lines that daemons wrote about a configuration, in the order in which they were written. `files` are the
 * elements that name a file which must exist.
 */
export function lines(messages: readonly DaemonMessage[], files: readonly string[]): readonly Line[] {
  return messages.flatMap(([daemon, severity, text]): readonly Line[] => {
    const kind = severities[severity];
    if (kind === undefined || daemon === 'os_xml') return [];
    const number = numberIn(text);
    return [{ daemon, severity: kind, text, number, worth: worth(number, text, files) }];
  });
}

const severities: Readonly<Record<string, Line['severity']>> = {
  ERROR: 'error',
  CRITICAL: 'error',
  WARNING: 'warning',
  INFO: 'info',
};

function numberIn(text: string): string | undefined {
  const [, ofDaemon, ofClusterd] = /^(?:\((\d+)\)|Error (\d+))/.exec(text) ?? [];
  return ofDaemon ?? ofClusterd;
}

function worth(number: string | undefined, text: string, files: readonly string[]): Worth {
  if (number === undefined) {
    if (partingTexts.includes(text)) return 'parting';
    return machineTexts.some((one) => one.test(text)) ? 'machine' : 'said';
  }
  if (parting.includes(number)) return 'parting';
  const namesFile = number === '1235' && files.some((name) => text.includes(`element '${name}'`));
  return namesFile || machine.includes(number) ? 'machine' : 'said';
}

/** The first error of each daemon that speaks of the configuration. */
export function firstErrors(all: readonly Line[]): readonly Line[] {
  const errors = all.filter(({ severity, worth }) => severity === 'error' && worth === 'said');
  return errors.filter(({ daemon }, index) => errors.findIndex((one) => one.daemon === daemon) === index);
}

/** The warnings that speak of the configuration. */
export function warnings(all: readonly Line[]): readonly Line[] {
  return all.filter(({ severity, worth }) => severity === 'warning' && worth === 'said');
}
