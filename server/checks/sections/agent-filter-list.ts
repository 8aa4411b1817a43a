import { t } from '@vscode/l10n';
import { slice } from '../../../wazuh/span';
import type { Check } from '../check';

export const agentFilterList: Check = {
  code: 'agent-filter-list',
  severity: 'warning',
  wazuh: null,
  silent: 'A block that is not for an agent is nothing to talk about: each agent passes over most of them.',
  title: 'List of agents that no agent matches',
  explanation:
    'Each agent looks for the text of `name` in its own name, and for that of `os` in the name of its system. Several ' +
    'are parted by `|`. With commas or blanks between them the whole list is looked for as one text, no agent has such a ' +
    'name, and the block is read by none (ReadConfig, src/config/config.c; OS_IsValidName, src/addagent/validate.c).',
  since: '4.2',
  example: {
    bad: `<agent_config name="⟦web-1, web-2⟧">
  <localfile>
    <log_format>syslog</log_format>
    <location>/var/log/nginx/error.log</location>
  </localfile>
</agent_config>`,
    good: `<agent_config name="web-1|web-2">
  <localfile>
    <log_format>syslog</log_format>
    <location>/var/log/nginx/error.log</location>
  </localfile>
</agent_config>`,
  },
  *run({ role, children, xml }) {
    if (role !== 'agent.conf') return;
    for (const { name, value, valueSpan } of children(undefined).flatMap(({ attributes }) => attributes)) {
      if (value !== slice(xml.text, valueSpan) || !isList[name]?.(value)) continue;
      const newText = value
        .split(separator)
        .filter((part) => part !== '')
        .join('|');
      yield {
        span: valueSpan,
        message: t(
          'No agent matches this: Wazuh looks for the whole text, blanks and commas included. Several are parted by |.',
        ),
        fixes: [{ title: t('Write {0}', newText), edits: [{ span: valueSpan, newText }], preferred: true }],
      };
    }
  },
};

const separator = /[\s,;]+/;

/** Whether the text of a filter is a list that was meant for several agents: names have no blanks, systems may. */
const isList: Readonly<Record<string, (text: string) => boolean>> = {
  name: (text) => /[\s,;]/.test(text) && /^[\w.\-\s,;]+$/.test(text),
  os: (text) => /[,;]/.test(text) && text.split(separator).every((part) => systems.test(part)),
};

const systems = /^(linux|windows|darwin|macos|solaris|sunos|aix|hp-ux|freebsd|openbsd|netbsd)?$/i;
