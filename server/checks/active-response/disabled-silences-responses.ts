import { t } from '@vscode/l10n';
import { type ActiveResponse, type Configuration, fate, runsAt, type Target } from '../../../wazuh/model';
import type { Check } from '../check';
import { managerResponses } from '../manager';
import { withoutBlocks } from './without-blocks';

export const disabledSilencesResponses: Check = {
  code: 'disabled-silences-responses',
  severity: 'warning',
  wazuh: null,
  silent:
    'A block that is switched off is no mistake to Wazuh, and its flags of what must be sent are ' +
    'not part of any message.',
  title: 'Disabled response that silences those above it',
  explanation:
    'analysisd notes, response by response, whether anything is to run on the manager or on agents. A block with ' +
    '`<disabled>yes</disabled>` wipes these notes, so that the responses above it are never sent, unless one below ' +
    'needs the same way. Nothing is logged. Remove disabled blocks, or put them above all others ' +
    '(`ar_flag` in ReadActiveResponses, src/config/active-response.c).',
  since: '4.2',
  example: {
    bad: `<active-response>
  <command>firewall-drop</command>
  <location>local</location>
  <rules_id>5712</rules_id>
</active-response>
<active-response>
  ⟦<disabled>yes</disabled>⟧
  <command>host-deny</command>
  <location>local</location>
  <rules_id>5720</rules_id>
</active-response>`,
    good: `<active-response>
  <command>firewall-drop</command>
  <location>local</location>
  <rules_id>5712</rules_id>
</active-response>`,
  },
  *run(configuration, context) {
    const responses = managerResponses(configuration, context);
    const last = responses.findLastIndex(({ disabled }) => disabled);
    if (last < 0) return;
    const open = new Set(responses.slice(last + 1).flatMap((response) => opens(configuration, response)));
    const isSilenced = (response: ActiveResponse) => {
      const way = needs(configuration, response);
      return way !== undefined && !open.has(way);
    };
    const silenced = responses.slice(0, last).filter(isSilenced);
    const [first] = silenced;
    if (!first) return;
    const wiping = responses.slice(responses.indexOf(first), last + 1).filter(({ disabled }) => disabled);
    const culprit = wiping.at(-1);
    const element = culprit?.section.children.find(({ name, text }) => name === 'disabled' && text === 'yes');
    if (!element) return;
    yield {
      span: element.span,
      message: t(
        'This disabled block silences responses above it ({0}): they never run, and nothing is logged. Remove it, or put it above them.',
        silenced.length,
      ),
      related: silenced.map(({ section }) => ({
        span: section.element.nameSpan,
        message: t('Never runs, because of a disabled block below'),
      })),
      fixes: withoutBlocks(
        configuration,
        wiping.length > 1 ? t('Remove the disabled blocks below') : t('Remove the disabled block'),
        wiping.map(({ section }) => section),
      ),
    };
  },
};

/** Where analysisd sends responses: to the execd beside it, or by remoted to agents. */
type Way = 'manager' | 'agents';

/** The ways that a response in force makes analysisd open. */
function opens(configuration: Configuration, response: ActiveResponse): readonly Way[] {
  const outcome = fate(configuration, response);
  return outcome.kind === 'bound' ? outcome.targets.flatMap((target) => waysOf[target]) : [];
}

const waysOf: Readonly<Record<Target, readonly Way[]>> = {
  server: ['manager'],
  // For events of the manager itself, too.
  local: ['manager', 'agents'],
  'defined-agent': ['agents'],
  all: ['agents'],
};

/** The way that a response in force is sent; for `local` the one that it is mostly written for. */
function needs(configuration: Configuration, response: ActiveResponse): Way | undefined {
  const outcome = fate(configuration, response);
  if (outcome.kind !== 'bound') return undefined;
  return runsAt(outcome.targets) === 'server' ? 'manager' : 'agents';
}
