import { child, descendants, oncePerTree, type SyntaxNode } from '../../syntax/node';
import { commandAt, literal } from './command';

/** Programs that change the host when they are called with such words. */
const acting: Readonly<Record<string, RegExp>> = {
  iptables: /(?:^| )(?:-[IAD]|--insert|--append|--delete)\b/,
  ip6tables: /(?:^| )(?:-[IAD]|--insert|--append|--delete)\b/,
  // A table, a chain or a set of its own blocks nobody yet.
  nft: /^(?:(?:add|insert|delete|replace)\s+(?:rule|element)|-f)\b/,
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
  reboot: /(?:)/,
  poweroff: /(?:)/,
  csf: /^-(?:d|td|dr|tr)\b/,
  'fail2ban-client': /\b(?:un)?banip\b/,
  deluser: /./,
  chsh: /-s\b/,
  loginctl: /^(?:terminate|kill|lock)-/,
  kill: /^(?!-0\b)./,
  rm: /./,
  systemctl: /^(?:stop|restart|start|kill|disable|mask)\b/,
  shutdown: /./,
  aws: /\b(?:create|delete|put|update|authorize|revoke|replace|disassociate|modify)-/,
  az: /\b(?:create|delete|update|add|remove)\b/,
  gcloud: /\b(?:create|delete|update|add|remove)\b/,
  kubectl: /^(?:delete|cordon|drain|scale)\b/,
  docker: /^(?:stop|kill|rm|pause)\b/,
  userdel: /./,
};

/** Whether words that start a program change the host. */
export function isAct(program: string, words: string): boolean {
  const name = program.slice(program.lastIndexOf('/') + 1);
  if (name === 'rm' && isOwn(words)) return false;
  return Object.hasOwn(acting, name) && (acting[name]?.test(words) ?? false);
}

/** Whether something is done to what a script keeps for itself: scratch files, locks, notes of what it has done. */
export function isOwn(words: string): boolean {
  return /te?mp\b|\btmp|te?mp_|(?:^|[^b])lock|pid_?file|\.pid\b|state|cache/i.test(words);
}

/** Files that block by what stands in them. */
export const blockingFile = /^\/etc\/hosts\.(?:deny|allow)$/;

/** Whether a shell node changes the host. */
export function actsAt(node: SyntaxNode): boolean {
  const command = commandAt(node);
  if (command) {
    const runner = runners(node).get(command.name);
    const [program = '', ...words] = [...(runner ?? [command.name]), ...command.words.map(spelled)];
    return isAct(program, words.join(' '));
  }
  if (node.type !== 'file_redirect' || !node.children.some(({ type }) => /^>>?$/.test(type))) return false;
  const target = child(node, 'destination');
  return target !== undefined && blockingFile.test(literal(target) ?? '');
}

function spelled(word: SyntaxNode): string {
  return literal(word) ?? word.text;
}

/** The functions of a script that run what they are given, with the words that they put before it. */
const runners = oncePerTree((root): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, readonly string[]>();
  for (const definition of descendants(root, 'function_definition')) {
    const name = child(definition, 'name')?.text;
    for (const node of descendants(definition, 'command')) {
      const command = commandAt(node);
      const all = command ? [command.nameNode, ...command.words] : [];
      const at = all.findIndex(({ text }) => /^"?\$[@*]"?$/.test(text));
      if (name === undefined || !command || at === -1) continue;
      const before = all.slice(0, at).map(spelled);
      found.set(name, at === 0 ? [] : [command.name, ...before.slice(1)]);
    }
  }
  return found;
});
