import { t } from '@vscode/l10n';
import { slice } from '../../../wazuh/span';
import { clusterdCheck } from './clusterd-check';
import { elementOf, preferred } from './fault-check';

export const secondReaderWrappedTag = clusterdCheck('wrapped-tag', {
  portable: false,
  title: 'Start tag over two lines',
  explanation:
    'Before wazuh-clusterd parses a manager’s file it escapes each `<` that is not followed by a whole tag on the same ' +
    'line. So a start tag with a line break in it becomes text, its closing tag fits nothing, and the manager does not ' +
    'start, although all other daemons read the file (load_wazuh_xml, framework/wazuh/core/utils.py).',
  example: {
    bad: `<syscheck>
  ⟦<directories realtime="yes"
    report_changes="yes">⟧/etc</directories>
</syscheck>`,
    good: `<syscheck>
  <directories realtime="yes" report_changes="yes">/etc</directories>
</syscheck>`,
  },
  advice: () => t('Write the start tag on one line.'),
  fixes(fault, xml) {
    const element = elementOf(fault, xml);
    const broken = /[\r\n]/;
    if (!element || element.attributes.some(({ valueSpan }) => broken.test(slice(xml.text, valueSpan))))
      return [];
    const attributes = element.attributes.map((attribute) => ` ${slice(xml.text, attribute.span)}`);
    const newText = `<${element.name}${attributes.join('').replace(/\s*[\r\n]\s*/g, ' ')}>`;
    return [preferred(t('Write the tag on one line'), { span: fault.span, newText })];
  },
});
