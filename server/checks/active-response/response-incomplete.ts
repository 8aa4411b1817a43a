import { t } from '@vscode/l10n';
import { type ActiveResponse, type Configuration, fate } from '../../../wazuh/model';
import type { Element } from '../../../wazuh/os-xml';
import type { Check, Fix } from '../check';
import { addBefore, setText } from '../edits';
import { managerResponses } from '../manager';
import { says, willNotStart } from '../says';
import { namesAbove } from './names-above';
import { isSwitch } from './switches';

export const responseIncomplete: Check = {
  code: 'response-incomplete',
  severity: 'error',
  wazuh: '1281',
  title: 'Active response without command or location',
  explanation:
    'Each `<active-response>` of a manager needs a `<command>` and a `<location>`, and neither may be empty. Only a ' +
    'block that is disabled or that holds `<repeated_offenders>` may do without ' +
    '(ReadActiveResponses, src/config/active-response.c).',
  since: '4.2',
  example: {
    bad: `<⟦active-response⟧>
  <command>firewall-drop</command>
  <rules_id>5712</rules_id>
</active-response>`,
    good: `<active-response>
  <command>firewall-drop</command>
  <location>local</location>
  <rules_id>5712</rules_id>
</active-response>`,
  },
  *run(configuration, context) {
    for (const response of managerResponses(configuration, context)) {
      const outcome = fate(configuration, response);
      const { element, children } = response.section;
      // A block of an agent's switches alone is another mistake, and has a check of its own.
      if (outcome.kind !== 'incomplete' || children.every(isSwitch)) continue;
      const missing = outcome.missing.map((child) => `<${child}>`).join(', ');
      yield {
        span: element.nameSpan,
        message: willNotStart(says('1281'), t('This response lacks {0}, or it is empty.', missing)),
        fixes: completion(configuration, response, outcome.missing),
      };
    }
  },
};

/** The missing location, or a choice of the commands that are defined above. */
function completion(
  configuration: Configuration,
  response: ActiveResponse,
  missing: readonly ('command' | 'location')[],
): readonly Fix[] {
  const [child] = missing;
  if (missing.length !== 1 || !child) return [];
  const values = child === 'location' ? ['local'] : namesAbove(configuration, response).slice(0, 5);
  return values.map((value) => ({
    title: t('Add {0}', `<${child}>${value}</${child}>`),
    edits: [
      response[child]
        ? setText(response[child].element, value)
        : addBefore(configuration.xml.text, firstChild(response), `<${child}>${value}</${child}>`),
    ],
    preferred: child === 'location',
  }));
}

function firstChild({ section }: ActiveResponse): Element {
  return section.children[0] ?? section.element;
}
