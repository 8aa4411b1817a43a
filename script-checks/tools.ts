import { baseName } from './base-name';
import { readingOf } from './reading';
import type { Script } from './script';
import { descendants, type SyntaxNode } from './syntax/node';
import { commandAt, literal, said } from './tongues/bash/command';
import { bash } from './tongues/bash/tongue';
import { callAt, lastName, type PythonCall, stringValue } from './tongues/python/expression';

/** Commands of the shell itself, and those that every Linux has: POSIX, coreutils, util-linux, procps, sed, grep, awk. */
const everywhere = new Set(
  [
    '. : [ [[ alias bg break builtin case cd command continue declare dirs disown echo enable eval exec exit export',
    'false fc fg getopts hash help history if jobs kill let local logout mapfile popd printf pushd pwd read readarray',
    'readonly return select set shift shopt source test times trap true type typeset ulimit umask unalias unset wait',
    'arch awk b2sum base32 base64 basename bash cat chgrp chmod chown chroot cksum clear cmp column comm cp csplit cut',
    'dash date dd df diff dir dirname dmesg du egrep env expand expr factor fgrep find flock fmt fold gawk getent grep',
    'groups gzip gunzip head hostname id install ionice join kill last link ln logger login logname ls lsblk mawk md5sum',
    'mkdir mkfifo mknod mktemp more mount mv nice nl nohup nproc numfmt od paste pathchk pgrep pkill pr printenv ps ptx',
    'readlink realpath renice rev rm rmdir runuser sed seq setsid sh sha1sum sha224sum sha256sum sha384sum sha512sum',
    'shred shuf sleep sort split stat stdbuf stty su sum sync sysctl tac tail tar tee tee timeout touch tr truncate tsort',
    'tty umount uname unexpand uniq unlink uptime users vdir w wall wc which who whoami xargs yes zcat',
    'passwd usermod userdel useradd groupadd groupdel chage nologin service systemctl',
  ].flatMap((line) => line.split(' ')),
);

/**
 * The commands that a script calls and that not every host has, each once, in the order of the text: what `jq`, `nft` or
 * `yara` are to most of them. Wazuh's own programs are left out.
 */
export function toolsOf(script: Script): readonly string[] {
  const reading = readingOf(script);
  if (!reading) return [];
  const names =
    script.language === 'bash'
      ? shellTools(reading.nodes)
      : script.language === 'python'
        ? pythonTools(reading.nodes)
        : [];
  return [...new Set(names)].filter((name) => /^[a-z][\w.+-]*$/i.test(name) && !everywhere.has(name));
}

function shellTools(nodes: readonly SyntaxNode[]): readonly string[] {
  const own = new Set(nodes.flatMap((node) => bash.definition(node)?.name ?? []));
  return nodes.flatMap((node) => {
    const command = commandAt(node);
    if (!command) return [];
    const { text } = command.nameNode;
    const variable = /^"?\$\{?(\w+)\}?"?$/.exec(text)?.[1];
    // Of a program in a folder that a variable names, the name stands there: "${YARA_PATH}"/yara.
    const behind = /^[^/]*\$[^/]*\/([\w+-]+)"?$/.exec(text)?.[1];
    const names = [
      command.name,
      ...(behind === undefined ? [] : [behind]),
      ...(variable === undefined ? [] : assigned(variable, nodes)),
    ];
    return names.filter((name) => !own.has(name) && !isOfWazuh(said(command.nameNode) ?? ''));
  });
}

/** Every word that a variable of the shell gets somewhere: `iptables=ip6tables`. */
function assigned(variable: string, nodes: readonly SyntaxNode[]): readonly string[] {
  return nodes.flatMap((node) => {
    const { names = [], value } = bash.assignment(node) ?? {};
    // `IPT=$(command -v iptables)` names it as well.
    const looked = /^"?\$\((?:command -v|which|type -P) ([\w./+-]+)[^)]*\)"?$/.exec(value?.text ?? '')?.[1];
    const text = value && names.includes(variable) ? (looked ?? literal(value)) : undefined;
    return text === undefined || text === '' || isOfWazuh(text) ? [] : [baseName(text)];
  });
}

/** Programs of responses, known by their names alone: `tool = "ip6tables" if ":" in address else "iptables"`. */
const wellKnown =
  /^(?:\/(?:usr\/)?s?bin\/)?(?:ip6?tables|nft|ipset|ufw|firewall-cmd|fail2ban-client|yara|clamd?scan|conntrack)$/;

/** Calls that run a program; the first word of what they get is its name. */
const runners =
  /^(?:run|call|check_call|check_output|Popen|system|popen|getoutput|getstatusoutput|which|execvp?e?|spawnvp?e?)$/;

/**
 * Python names a program in the list or the text that it hands to one of the runners, or in a list that is a command by
 * its looks and is handed on by a name.
 */
function pythonTools(nodes: readonly SyntaxNode[]): readonly string[] {
  return nodes.flatMap((node) => {
    const call = callAt(node);
    if (call) {
      const [first] = isRunner(call) ? call.positional : [];
      return first ? program(first) : [];
    }
    if (node.type === 'string_content' && wellKnown.test(node.text)) return [baseName(node.text)];
    if (node.type !== 'list' || !isHandedOn(node)) return [];
    const [first, ...more] = node.children.filter(({ type }) => !/^(?:[[\],]|comment)$/.test(type));
    if (!first || more.length === 0) return [];
    return first.type === 'identifier' ? programNamed(stringValue(first)) : program(first);
  });
}

function isRunner({ name }: PythonCall): boolean {
  return runners.test(lastName(name));
}

/** A list that is given to a call, to a name like `cmd`, or begins with the path of a program. */
function isHandedOn(list: SyntaxNode): boolean {
  const { parent } = list;
  if (!parent) return false;
  if (parent.type === 'argument_list') {
    const call = parent.parent && callAt(parent.parent);
    return (call && isRunner(call)) || /^\[\s*["']\//.test(list.text);
  }
  return (
    (parent.type === 'assignment' &&
      /\b\w*(?:cmd|command|args?|argv)\w*\s*$/i.test(parent.children[0]?.text ?? '')) ||
    /^\[\s*["']\/(?:usr\/)?(?:local\/)?s?bin\//.test(list.text)
  );
}

function program(node: SyntaxNode): readonly string[] {
  // `"ufw deny from " + ip` begins with the name as well.
  if (!/^(?:string|concatenated_string|binary_operator)$/.test(node.type)) return [];
  const text = [...descendants(node)].find(({ type }) => type === 'string_content');
  if (!text || !/^[fru]*["']+$/i.test(node.text.slice(0, text.start - node.start))) return [];
  return programNamed(text.text);
}

function programNamed(command = ''): readonly string[] {
  const [word = ''] = command.trim().split(/\s+/);
  return word === '' || isOfWazuh(word) ? [] : [baseName(word)];
}

function isOfWazuh(path: string): boolean {
  return path.includes('/ossec/') || path.startsWith('./');
}
