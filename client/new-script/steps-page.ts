import { t } from '@vscode/l10n';
import type { Scaffold } from '../../scaffold';

/** What is left to do before a new response works, as a page of Markdown. */
export function stepsPage({ script, blocks, steps }: Scaffold): string {
  const numbered = steps.map(
    ({ text, commands }, index) => `${index + 1}. ${text}\n\n${fenced('sh', commands.join('\n'), '   ')}`,
  );
  return [
    `# ${t('Deploy {0}', script.name)}`,
    ...numbered,
    `## ${t('The blocks for ossec.conf')}`,
    fenced('xml', `${blocks.command}\n\n${blocks.activeResponse}`, ''),
  ].join('\n\n');
}

const fence = '```';

function fenced(language: string, text: string, indent: string): string {
  const lines = [`${fence}${language}`, ...text.split('\n'), fence];
  return lines.map((line) => indent + line).join('\n');
}
