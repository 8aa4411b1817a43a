import { pathToFileURL } from 'node:url';
import type { Log, ReportingDescriptor, Result } from 'sarif';
import { type FindingHeader, staticChecks } from '../../script-checks';
import { allChecks, docsUrl, type Severity } from '../../server/checks';
import type { Span } from '../../wazuh/span';
import { visibleJson } from '../../wazuh/visible';
import type { CheckedFile } from '../checked-file';

const levels: Readonly<Record<Severity, Result.level>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/**
 * `check --format sarif`: a log of the Static Analysis Results Interchange Format, version 2.1.0 (OASIS), as GitHub's
 * and Azure's code scanning take it. Its rules are the checks' own headers.
 * @param cwd absolute path of the folder that relative paths start from
 * @param version of the product
 */
export function sarif(files: readonly CheckedFile[], cwd: string, version: string): string {
  const log: Log = {
    version: '2.1.0',
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    runs: [
      {
        tool: {
          driver: {
            name: 'wazuh-ar',
            fullName: 'Active Response for Wazuh',
            version,
            semanticVersion: version,
            rules: [...allChecks.map(descriptor), ...staticChecks.map(ofScripts)],
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { ROOT: { uri: pathToFileURL(`${cwd}/`).href } },
        artifacts: files.map(({ path }) => ({ location: artifact(path) })),
        results: files.flatMap(results),
      },
    ],
  };
  return `${visibleJson(log)}\n`;
}

/** The codes in the order of the rules, which results name by their place. */
const codes = [...allChecks, ...staticChecks].map(({ code }) => code);

function descriptor({ severity, wazuh, since, ...header }: (typeof allChecks)[number]): ReportingDescriptor {
  return {
    ...described(header),
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: ['wazuh'], since, ...(wazuh !== null && { wazuh }) },
  };
}

function ofScripts(header: FindingHeader): ReportingDescriptor {
  return {
    ...described(header),
    defaultConfiguration: { level: levels.warning },
    properties: { tags: ['wazuh', 'script'] },
  };
}

function described({ code, title, explanation }: FindingHeader): ReportingDescriptor {
  return {
    id: code,
    name: code.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: title },
    fullDescription: { text: explanation },
    help: { text: explanation, markdown: explanation },
    helpUri: docsUrl(code),
  };
}

function results(file: CheckedFile, index: number): Result[] {
  const { diagnostics } = file;
  return diagnostics.map(({ code, severity, message, span, related = [] }) => ({
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: physical(file, index, span) }],
    ...(related.length > 0 && {
      relatedLocations: related.map((other, id) => ({
        id,
        message: { text: other.message },
        physicalLocation: physical(file, index, other.span),
      })),
    }),
  }));
}

function physical({ path, document }: CheckedFile, index: number, span: Span) {
  const { start, end } = document.range(span);
  return {
    artifactLocation: { ...artifact(path), index },
    region: {
      startLine: start.line + 1,
      startColumn: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
    },
  };
}

/** Relative paths count from ROOT, so that the log can be read on another machine. */
function artifact(path: string): { uri: string; uriBaseId?: string } {
  if (/^(?:\/|[A-Za-z]:[\\/])/.test(path)) return { uri: pathToFileURL(path).href };
  const uri = path.split(/[\\/]/).map(encodeURIComponent).join('/');
  return { uri, uriBaseId: 'ROOT' };
}
