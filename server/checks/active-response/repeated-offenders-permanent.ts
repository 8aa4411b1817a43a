import { t } from '@vscode/l10n';
import type { Check } from '../check';
import { boundResponses } from '../manager';
import { valuePlace } from '../places';
import { offenderLists } from './offender-lists';

export const repeatedOffendersPermanent: Check = {
  code: 'repeated-offenders-permanent',
  severity: 'warning',
  wazuh: null,
  silent: 'execd reads the list when it starts and looks into it only when it is to undo a response.',
  title: 'repeated_offenders without a timeout',
  explanation:
    'Offences are counted only for responses that are undone: with a `<timeout>` above 0 and a command that allows it. ' +
    'If no response of the file has one, the list of minutes is never used (ExecdRun, src/os_execd/execd.c).',
  since: '4.2',
  example: {
    bad: `<active-response>
  <command>firewall-drop</command>
  <location>server</location>
  <rules_id>5712</rules_id>
  <repeated_offenders>⟦10,30,60⟧</repeated_offenders>
</active-response>`,
    good: `<active-response>
  <command>firewall-drop</command>
  <location>server</location>
  <rules_id>5712</rules_id>
  <timeout>600</timeout>
  <repeated_offenders>10,30,60</repeated_offenders>
</active-response>`,
  },
  *run(configuration, context) {
    const [list] = offenderLists(configuration, context);
    const bound = boundResponses(configuration, context);
    if (!list || bound.length === 0 || bound.some(({ timeout }) => timeout !== 0)) return;
    yield {
      span: valuePlace(list.element),
      message: t('No response of this file has a timeout, so this list is never used.'),
    };
  },
};
