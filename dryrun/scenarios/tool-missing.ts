import { t } from '@vscode/l10n';
import type { JudgedScenario, Occasion } from './scenario';
import { alert } from './scenario';
import { declined } from './shown';

/** Commands that not every host has; the first that a script uses is missed first. */
const tools: readonly (readonly string[])[] = [
  ['jq'],
  ['iptables', 'ip6tables'],
  ['nft'],
  ['ipset'],
  ['firewall-cmd'],
  ['ufw'],
  ['curl', 'wget'],
];

export const toolMissing: JudgedScenario = {
  name: 'tool-missing',
  summary: () =>
    t(
      'A command that the script uses (jq, iptables, …) is not installed: it does nothing by halves and says so.',
    ),
  acts: [alert],
  setting: (occasion) => ({ hidden: toolsOf(occasion) }),
  harmful: true,
  applies: (occasion) => toolsOf(occasion).length > 0,
  looksFor: ['missing-tool'],
  shown: declined,
};

function toolsOf({ text }: Occasion): readonly string[] {
  return tools.find((names) => names.some((name) => uses(text, name))) ?? [];
}

/** Whether a script names a command outside of comments. */
function uses(text: string, name: string): boolean {
  const code = text.replaceAll(/^\s*#.*$/gm, '');
  return new RegExp(String.raw`(?<![\w.-])${name}(?![\w-])`).test(code);
}
