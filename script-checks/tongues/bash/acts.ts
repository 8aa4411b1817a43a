import { child, type SyntaxNode } from '../../syntax/node';
import { commandAt, literal } from './command';

/** Programs that change the host when they are called with such words. */
const acting: Readonly<Record<string, RegExp>> = {
  iptables: /(?:^| )(?:-[IAD]|--insert|--append|--delete)\b/,
  ip6tables: /(?:^| )(?:-[IAD]|--insert|--append|--delete)\b/,
  nft: /^(?:add|insert|delete|-f)\b/,
  ipset: /(?:^| )(?:add|del|-A|-D)\b/,
  ip: /^(?:route|rule|link)\b.* (?:add|del|delete|replace|set)\b|^(?:route|rule) (?:add|del)/,
  route: /^(?:add|del)\b/,
  ufw: /^(?:deny|insert|reject|delete)\b/,
  'firewall-cmd': /--(?:add|remove)-/,
  passwd: /^(?:-l|-u|--lock|--unlock)\b/,
  usermod: /(?:^| )(?:-L|-U|--lock|--unlock|-s|-e)\b/,
  chage: /-E\b/,
  pkill: /./,
  killall: /./,
  kill: /^(?!-0\b)./,
  rm: /./,
  systemctl: /^(?:stop|restart|start|kill|disable|mask)\b/,
  shutdown: /./,
  userdel: /./,
};

/** Whether words that start a program change the host. */
export function isAct(program: string, words: string): boolean {
  const name = program.slice(program.lastIndexOf('/') + 1);
  return Object.hasOwn(acting, name) && (acting[name]?.test(words) ?? false);
}

/** Files that block by what stands in them. */
export const blockingFile = /^\/etc\/hosts\.(?:deny|allow)$/;

/** Whether a shell node changes the host. */
export function actsAt(node: SyntaxNode): boolean {
  const command = commandAt(node);
  if (command) return isAct(command.name, command.words.map((word) => literal(word) ?? word.text).join(' '));
  if (node.type !== 'file_redirect' || !node.children.some(({ type }) => /^>>?$/.test(type))) return false;
  const target = child(node, 'destination');
  return target !== undefined && blockingFile.test(literal(target) ?? '');
}
