import { t } from '@vscode/l10n';
import { rootNames } from '../../../wazuh/model';
import type { Check } from '../check';
import { rootOf, wrapFix } from './wrap';

export const noRoot: Check = {
  code: 'no-root',
  severity: 'hint',
  wazuh: null,
  title: 'Sections without a root',
  explanation:
    'Wazuh reads sections only inside a root, `<ossec_config>` or in agent.conf `<agent_config>`: a whole file without ' +
    'one is refused with error 1230 (ReadConfig, src/config/config.c). As a part that is pasted into a file, or put ' +
    'together with others, it is fine.',
  since: '4.0',
  example: {
    bad: '<!-- part of an <ossec_config> -->\n<⟦labels⟧>\n  <label key="site">berlin</label>\n</labels>',
    good: '<ossec_config>\n  <labels>\n    <label key="site">berlin</label>\n  </labels>\n</ossec_config>',
  },
  *run(configuration, { catalog }) {
    const { children, shape } = configuration;
    const tops = children(undefined);
    const [first] = tops;
    if (shape === 'whole' || !first || tops.some(({ name }) => rootNames.includes(name))) return;
    if (!catalog.sections.some(({ section, element = section }) => element === first.name)) return;
    const fix = wrapFix(configuration);
    yield {
      span: first.nameSpan,
      message: t(
        'Wazuh reads this only inside <{0}>. As a part of another file it is fine.',
        rootOf(configuration),
      ),
      fixes: fix ? [fix] : [],
    };
  },
};
