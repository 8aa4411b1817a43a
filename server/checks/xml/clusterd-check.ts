import { t } from '@vscode/l10n';
import type { Configuration } from '../../../wazuh/model';
import type { OsXml } from '../../../wazuh/os-xml';
import { type ClusterdFault, type ClusterdFaultKind, readAsClusterd } from '../../../wazuh/second-reader';
import type { Check, Example, Fix, Problem } from '../check';
import { willNotStart } from '../says';

/** What tells one of clusterd's refusals from the others. */
export interface ClusterdCheck {
  readonly title: string;
  readonly explanation: string;
  readonly example: Example;
  /** Whether XML readers of another make stumble over it as well; else it is of interest on a manager alone. */
  readonly portable: boolean;
  /** What to do, as a sentence or two. */
  advice(fault: ClusterdFault): string;
  fixes?(fault: ClusterdFault, xml: OsXml): readonly Fix[];
}

/** The check for a kind of fault of the second reader: an error on a manager, elsewhere advice at most. */
export function clusterdCheck(kind: ClusterdFaultKind, header: ClusterdCheck): Check {
  const { title, explanation, example, portable, advice, fixes } = header;
  return {
    code: `second-reader-${kind}`,
    severity: 'error',
    wazuh: '3006',
    title,
    explanation,
    since: '4.2',
    example,
    *run(configuration, context) {
      const onManager = configuration.role === 'manager';
      if (!onManager && !(portable && context.portableXml !== false)) return;
      for (const fault of refusals(configuration)) {
        if (fault.kind !== kind) continue;
        yield {
          span: fault.span,
          message: onManager ? refused(fault, advice(fault)) : unportable(configuration, advice(fault)),
          severity: onManager ? 'error' : 'information',
          wazuh: onManager ? fault.wazuh : null,
          fixes: fixes?.(fault, configuration.xml) ?? [],
        } satisfies Problem;
      }
    },
  };
}

/** What clusterd finds, read once for all the checks that ask. */
const readings = new WeakMap<OsXml, readonly ClusterdFault[]>();

/** Empty where Wazuh's own reader stops: then nobody gets as far as clusterd. */
function refusals({ xml }: Configuration): readonly ClusterdFault[] {
  const known = readings.get(xml);
  if (known) return known;
  const faults = xml.faults.length > 0 ? [] : readAsClusterd(xml);
  readings.set(xml, faults);
  return faults;
}

function refused({ wazuh, message }: ClusterdFault, advice: string): string {
  const said = message.replace(/\.?$/, '.');
  return willNotStart(
    t('wazuh-clusterd, which every start runs, refuses the file: {0}', wazuh ? `(${wazuh}) ${said}` : said),
    advice,
  );
}

function unportable({ role }: Configuration, advice: string): string {
  return role === 'agent.conf'
    ? t('Agents read this, but the management API and the dashboard cannot read the file. {0}', advice)
    : t('Wazuh’s agents read this, but readers of XML cannot. {0}', advice);
}
