import { t } from '@vscode/l10n';
import { didYouMean, field } from '../../wazuh/alert';
import type { Span } from '../../wazuh/span';
import { readFields } from '../fields-read';
import type { Fix } from '../finding';
import { leadingTo } from '../other-path';
import type { Script } from '../script';
import { aboutTheEvent, targets } from '../targets';
import { onlyFix, type ScriptCheck, type ScriptProblem } from './check';

export const wrongField: ScriptCheck = {
  code: 'wrong-field',
  title: 'The alert has no such field',
  explanation: [
    'What a response acts on stands in different places: `data.srcip` for ssh and web alerts,',
    '`data.win.eventdata.ipAddress` for Windows logons, `syscheck.path` for file integrity, nowhere for many others.',
    'There is no `srcip` at the top of an alert. A script that looks in the wrong place finds nothing and does nothing,',
    'or acts on the word `null`.',
    "\n\nTake the path from an alert of the rule that triggers the response. jq, Python and PowerShell's JSON tell",
    'capitals apart: `ipAddress` is not `IpAddress`.',
  ].join(' '),
  example: {
    language: 'python',
    bad: 'alert = message["parameters"]["alert"]\nsrcip = ⟦alert["srcip"]⟧\n',
    good: 'alert = message["parameters"]["alert"]\nsrcip = alert["data"]["srcip"]\n',
  },
  *run(script, { alerts = [] }): Iterable<ScriptProblem> {
    const [alert] = alerts;
    if (!alert) return;
    const reads = targets(readFields(script));
    const found = new Set(
      reads.map(({ path }) => path).filter((path) => alerts.some((each) => field(each, path) !== undefined)),
    );
    const settled = new Set(reads.filter(({ path }) => found.has(path)).map(({ variable }) => variable));
    for (const { path, span, variable } of reads) {
      // Where the value comes from one of several places, one that is there is enough.
      if (found.has(path) || (variable !== undefined && settled.has(variable))) continue;
      const near = didYouMean(path, alert);
      const meant = near !== undefined && aboutTheEvent.test(near) ? undefined : near;
      // What was meant is read as well: this is one of several places to look in.
      if (meant !== undefined && found.has(meant)) continue;
      if (meant !== undefined && (found.size === 0 || sameKey(meant, path))) {
        yield {
          span,
          message: t('The alert has no {0}. Did you mean {1}?', path, `parameters.alert.${meant}`),
          fixes: fixes(script, span, path, meant),
        };
      } else if (found.size === 0) {
        yield {
          span,
          message: t('The alert has no {0}, and nothing else that the script reads to act on.', path),
        };
      }
    }
  },
};

function fixes({ text, language }: Script, span: Span, path: string, meant: string): readonly Fix[] {
  const chain = text.slice(span.start, span.end);
  const newText = language === 'other' ? undefined : leadingTo(chain, path, meant, language);
  return onlyFix(
    t('Read {0}', `parameters.alert.${meant}`),
    newText === undefined ? [] : [{ span, newText }],
  );
}

function sameKey(one: string, other: string): boolean {
  return last(one).toLowerCase() === last(other).toLowerCase();
}

function last(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
