import { t } from '@vscode/l10n';
import { staticChecks } from '../script-checks';
import { allChecks } from '../server/checks';
import { similar } from '../server/checks/similar';
import { Trouble } from './io';

/**
 * The codes that `--disable` names, parted by commas or given again: what `wazuh.diagnostics.disabled` is in the editor.
 * @throws Trouble for a code that no check has, or nothing would tell that a misspelt one is still on
 */
export function disabledCodes(values: readonly string[]): readonly string[] {
  const known = new Set([...allChecks, ...staticChecks].map(({ code }) => code));
  const codes = values.flatMap((value) => value.split(/[,\s]+/)).filter((code) => code !== '');
  for (const code of codes) {
    if (known.has(code)) continue;
    const meant = similar(code, known);
    throw new Trouble(
      meant
        ? t('--disable: no diagnostic has the code {0}. Did you mean {1}?', code, meant)
        : t('--disable: no diagnostic has the code {0}.', code),
    );
  }
  return codes;
}
