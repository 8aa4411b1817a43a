import { t } from '@vscode/l10n';
import { holdsForAll, type Value, whiteList, whiteListed } from '../../../wazuh/model';
import type { Check } from '../check';
import { remove } from '../edits';
import { readsResponses } from '../manager';
import { valuePlace } from '../places';

export const whiteListEverything: Check = {
  code: 'white-list-everything',
  severity: 'warning',
  wazuh: null,
  silent:
    'A white list that holds everything is a list like any other; the responses that it keeps back are not logged.',
  title: 'White list that lets everybody pass',
  explanation:
    'Where an alert’s `srcip` is on the white list, analysisd sends no response at all, whatever the response would do. ' +
    'A network of no bits (`0.0.0.0/0`) holds every IPv4 address. What is no IPv4 address is a pattern that is looked ' +
    'for in the text of `srcip`: an empty element, an empty alternative (`a|`) and a lone `.` are found everywhere, and ' +
    'with `!` before it a pattern holds for all that it does not match ' +
    '(get_ip in src/analysisd/alerts/exec.c; OSMatch_Execute, src/os_regex/os_match_execute.c).',
  since: '4.2',
  example: {
    bad: `<global>
  <white_list>127.0.0.1</white_list>
  <white_list>⟦0.0.0.0/0⟧</white_list>
</global>`,
    good: `<global>
  <white_list>127.0.0.1</white_list>
  <white_list>10.20.0.0/16</white_list>
</global>`,
  },
  *run(configuration, context) {
    if (!readsResponses(configuration, context)) return;
    for (const { element, text } of whiteList(configuration)) {
      if (!holdsForAll(whiteListed(text))) continue;
      // Without its only child, the section would be refused.
      const alone = element.parent?.children.length === 1;
      yield {
        span: valuePlace(element),
        message: message({ element, text }),
        fixes: alone
          ? []
          : [
              {
                title: t('Remove <{0}>', element.name),
                edits: [remove(configuration.xml.text, element)],
                preferred: text === '',
              },
            ],
      };
    }
  },
};

function message({ text }: Value): string {
  const why =
    text === ''
      ? t('An empty <white_list> holds every address.')
      : text.startsWith('!')
        ? t('With ! before it, the pattern holds for every address that it does not match.')
        : t('This holds every address.');
  return `${why} ${t('Wazuh sends no response to any alert that has a srcip, and logs nothing.')}`;
}
