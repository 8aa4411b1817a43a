import path from 'node:path';
import { t } from '@vscode/l10n';
import { URI } from 'vscode-uri';
import { check as findProblems } from '../../server/checks';
import { fileKind } from '../../server/file-kind';
import { configurationDocument, type ReadAs } from '../../server/language/document';
import { scan } from '../../server/workspace/scan';
import type { Role, Shape } from '../../wazuh/model';
import { decode } from '../../wazuh/os-xml';
import type { WazuhVersion } from '../../wazuh/versions';
import { visibleLines } from '../../wazuh/visible';
import type { CheckedFile } from '../checked-file';
import { checkedScript } from '../checked-script';
import type { Command } from '../command';
import { disabledCodes } from '../disabled-codes';
import { github } from '../formats/github';
import { json } from '../formats/json';
import { sarif } from '../formats/sarif';
import { text } from '../formats/text';
import { type ExitStatus, type Io, Trouble } from '../io';
import { oneOf, parsed } from '../options';
import { paint } from '../paint';
import { address, kindOf, mustBeFolder, reason } from '../places';
import {
  type Around,
  contextFor,
  type Surroundings,
  surroundings,
  surroundingsOfFile,
} from '../surroundings';

const roles: readonly Role[] = ['manager', 'agent', 'agent.conf'];
const shapes: readonly Shape[] = ['whole', 'fragment'];
const versions: readonly WazuhVersion[] = ['4.14', '5.0'];
const formats = ['text', 'json', 'sarif', 'github'] as const;

export const check: Command = {
  name: 'check',
  get summary() {
    return t('what Wazuh will say to a configuration, and what is wrong with a script');
  },
  help: () =>
    [
      'wazuh-ar check [--as manager|agent|agent.conf] [--shape whole|fragment] [--wazuh 4.14|5.0] [--rules DIR]...',
      '               [--disable CODE]... [--format text|json|sarif|github] PATH...',
      '',
      t('Says what Wazuh will do with ossec.conf or agent.conf: an error means that it refuses to start.'),
      t(
        'PATH is a script, a configuration, or a folder in which every ossec.conf, agent.conf, ossec-*.conf and *_ossec.conf is checked.',
      ),
      t(
        'Custom rules are read from --rules, from rules/ beside the file, and from the folder that is checked.',
      ),
      '',
      `  --as       ${t('whose file it is; by default its content tells')}`,
      `  --shape    ${t('whether the file stands for itself; a fragment is not blamed for what it does not hold')}`,
      `             ${t('by default its content tells; with --as it must stand for itself')}`,
      `  --wazuh    ${t('the release it is for; 4.14 by default')}`,
      `  --rules    ${t('a folder of custom rule files; may be given again')}`,
      `  --disable  ${t('the code of a diagnostic that is not wanted; may be given again')}`,
      `  --format   ${t('text by default; github writes annotations for a workflow')}`,
      '',
      t('Exit status: 0 no error and no warning, 1 errors or warnings, 2 could not run.'),
      '',
      '  wazuh-ar check /var/ossec/etc/ossec.conf',
      '',
    ].join('\n'),

  async run(args, io) {
    const { values, positionals } = parsed(args, {
      as: { type: 'string' },
      shape: { type: 'string' },
      wazuh: { type: 'string' },
      rules: { type: 'string', multiple: true },
      disable: { type: 'string', multiple: true },
      format: { type: 'string' },
    });
    const options: Options = {
      role: oneOf('--as', values.as, roles) ?? 'auto',
      shape: oneOf('--shape', values.shape, shapes) ?? 'auto',
      version: oneOf('--wazuh', values.wazuh, versions) ?? '4.14',
      rules: (values.rules ?? []).map((folder) => address(io, folder)),
      disabled: disabledCodes(values.disable ?? []),
    };
    const format = oneOf('--format', values.format, formats) ?? 'text';
    if (positionals.length === 0) throw new Trouble(t('name a file or a folder to check.'));
    for (const folder of values.rules ?? []) await mustBeFolder(io, folder);

    const files: CheckedFile[] = [];
    let troubled = false;
    const tell = (error: unknown) => {
      if (!(error instanceof Trouble)) throw error;
      io.stderr.write(`wazuh-ar: check: ${visibleLines(error.message)}\n`);
      troubled = true;
    };
    for (const named of positionals) {
      try {
        for await (const file of checked(io, named, options, tell)) files.push(file);
      } catch (error) {
        tell(error);
      }
    }
    if (files.length > 0) io.stdout.write(written(files, format, io));
    if (troubled) return 2;
    return status(files);
  },
};

interface Options extends Around, ReadAs {
  /** Codes that are switched off. */
  readonly disabled: readonly string[];
}

function written(files: readonly CheckedFile[], format: (typeof formats)[number], io: Io): string {
  switch (format) {
    case 'text':
      return text(files, paint(io.stdout));
    case 'json':
      return json(files);
    case 'sarif':
      return sarif(files, io.cwd, io.version);
    case 'github':
      return github(files);
  }
}

/** Advice alone is nothing wrong. */
function status(files: readonly CheckedFile[]): ExitStatus {
  const found = files.some(({ diagnostics }) =>
    diagnostics.some(({ severity }) => severity === 'error' || severity === 'warning'),
  );
  return found ? 1 : 0;
}

/**
 * The files that a path names, each with its problems. `tell` hears of those in a folder that cannot be read: they may
 * have gone since it was listed, and the others are still of interest.
 */
async function* checked(
  io: Io,
  named: string,
  options: Options,
  tell: (error: unknown) => void,
): AsyncIterable<CheckedFile> {
  const uri = address(io, named);
  switch (await kindOf(io, named)) {
    case 'folder': {
      const { configurationFiles } = await scan(io.disk, [uri], options.rules);
      if (configurationFiles.length === 0) {
        throw new Trouble(
          t('{0} holds no configuration (ossec.conf, agent.conf, ossec-*.conf, *_ossec.conf).', named),
        );
      }
      const around = await surroundings(io, [uri], options);
      for (const file of configurationFiles) {
        const below = path.relative(URI.parse(uri).fsPath, URI.parse(file).fsPath);
        try {
          yield await checkedFile(io, path.join(named, below), file, around, options);
        } catch (error) {
          tell(error);
        }
      }
      return;
    }
    case 'file':
      yield await checkedFile(io, named, uri, await surroundingsOfFile(io, uri, options), options);
      return;
    case 'other':
      throw new Trouble(t('{0} is neither a file nor a folder.', named));
  }
}

async function checkedFile(
  io: Io,
  named: string,
  uri: string,
  around: Surroundings,
  options: Options,
): Promise<CheckedFile> {
  const bytes = await io.disk.bytes(uri).catch((error: unknown) => {
    throw new Trouble(t('{0} cannot be read: {1}.', named, reason(error)));
  });
  const { text: content } = decode(bytes);
  switch (fileKind(named, content)) {
    case 'script':
      return checkedScript(io, { named, uri, bytes }, options);
    case 'program':
      throw new Trouble(t('{0} is a program or a script in a language that is not read.', named));
    case 'configuration':
      break;
  }
  const document = configurationDocument(uri, 0, content, options);
  return {
    path: named,
    document,
    kind: document.configuration,
    diagnostics: findProblems(document.configuration, contextFor(document, around), options),
  };
}
