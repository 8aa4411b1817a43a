import { t } from '@vscode/l10n';
import type { Configuration } from '../../../wazuh/model';
import { span } from '../../../wazuh/span';
import type { Fix } from '../check';

/** The root that a file of this role has. */
export function rootOf({ role }: Pick<Configuration, 'role'>): string {
  return role === 'agent.conf' ? 'agent_config' : 'ossec_config';
}

/** Puts everything that stands at the top of a file inside the root that it lacks. */
export function wrapFix(configuration: Configuration): Fix | undefined {
  const tops = configuration.children(undefined);
  const [first, last] = [tops[0], tops.at(-1)];
  if (!first || !last) return undefined;
  const root = rootOf(configuration);
  const lineEnd = configuration.xml.text.includes('\r\n') ? '\r\n' : '\n';
  const insert = (at: number, newText: string) => ({ span: span(at, at), newText });
  return {
    title: t('Put it inside <{0}>', root),
    edits: [insert(first.span.start, `<${root}>${lineEnd}`), insert(last.span.end, `${lineEnd}</${root}>`)],
    preferred: false,
  };
}
