import { t } from '@vscode/l10n';
import { type Expected, expectedDeeds, expectedFrom } from '../../dryrun';

/**
 * What the setting `wazuh.dryRun.expect` says of a script, by its base name; undefined where it says nothing.
 * @throws Error for words that are no expectation: a run would be measured by nothing
 */
export function expectedBySetting(setting: unknown, script: string): Expected | undefined {
  if (typeof setting !== 'object' || setting === null) return undefined;
  const words: unknown = Object.entries(setting).find(([name]) => name === script)?.[1];
  if (words === undefined) return undefined;
  const expected = expectedFrom(String(words));
  if (expected) return expected;
  throw new Error(
    t(
      'The setting wazuh.dryRun.expect says "{0}" of {1}. It is one of: {2}.',
      String(words),
      script,
      expectedDeeds.join(', '),
    ),
  );
}
