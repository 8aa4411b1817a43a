import type { Expectation } from './expectation';

/** A faulty script, on the occasion on which its fault shows. */
export const faulty = (
  script: string,
  sample: string,
  timeout: number,
  more: Omit<Expectation, 'script' | 'sample' | 'timeout'>,
): Expectation => ({ script: `faulty/${script}`, sample, timeout, ...more });

/** The same codes in the text and in a run. */
export const both = (...codes: readonly string[]) => ({ text: codes, run: codes });

/** Scripts with a fault that is known from the field, mostly one each; the last ones have several, as they are found. */
export const wrong: readonly Expectation[] = [
  faulty('eof-cat.sh', 'ssh-invalid-user', 0, both('reads-to-eof')),
  faulty('eof-json-load.py', 'web-attack', 0, both('reads-to-eof')),
  faulty('eof-for-line.py', 'ssh-brute-force', 0, both('reads-to-eof')),
  faulty('eof-while-read.sh', 'file-added', 0, both('reads-to-eof')),
  faulty('eof-tee.sh', 'ssh-brute-force', 0, both('reads-to-eof')),

  faulty('eof-then-asks.py', 'ssh-brute-force', 600, {
    ...both('reads-to-eof'),
    perhaps: ['no-log'],
    scenarios: ['ipv6-target', 'allow-listed-target'],
  }),

  faulty('no-keys.py', 'ssh-brute-force', 600, both('no-handshake')),
  faulty('no-keys.sh', 'ssh-brute-force', 600, {
    text: ['no-handshake', 'no-delete'],
    run: ['no-handshake'],
  }),
  // It does not look at the answer either.
  faulty('says-continue.py', 'ssh-brute-force', 600, {
    text: ['no-handshake'],
    run: ['no-handshake', 'ignores-abort'],
    perhaps: ['chatter-before-handshake'],
  }),
  faulty('keys-in-buffer.py', 'ssh-brute-force', 600, both('keys-in-buffer')),

  faulty('banner.py', 'ssh-brute-force', 600, both('chatter-before-handshake')),
  faulty('debug-echo.sh', 'file-added', 0, both('chatter-before-handshake')),
  faulty('tool-output.sh', 'ssh-brute-force', 600, both('chatter-before-handshake')),
  faulty('prints-progress.sh', 'virustotal-malware', 0, {
    text: ['chatter-before-handshake'],
    run: ['output-after-answer'],
  }),

  faulty('acts-then-asks.py', 'ssh-brute-force', 600, both('acts-before-continue')),
  faulty('asks-and-goes-on.sh', 'ssh-brute-force', 600, both('acts-before-continue')),
  faulty('hears-no-abort.py', 'ssh-brute-force', 600, both('ignores-abort')),
  faulty('abort-falls-through.sh', 'ssh-brute-force', 600, both('ignores-abort')),

  faulty('key-rule-id.py', 'ssh-brute-force', 600, both('weak-key')),
  faulty('key-constant.py', 'ssh-brute-force', 600, both('weak-key')),
  faulty('key-none.sh', 'ssh-brute-force', 600, both('weak-key')),
  faulty('key-agent.py', 'ssh-brute-force', 600, both('weak-key')),
  faulty('key-number.py', 'ssh-brute-force', 600, both('weak-key')),

  faulty('no-undo.py', 'ssh-brute-force', 600, both('no-delete')),
  faulty('only-add.sh', 'ssh-brute-force', 600, both('no-delete')),
  faulty('other-chain.sh', 'ssh-brute-force', 600, { run: ['not-reverted'] }),
  faulty('else-half.sh', 'ssh-brute-force', 600, { run: ['not-reverted'] }),
  faulty('half-undone.py', 'ssh-brute-force', 600, { run: ['not-reverted'] }),
  faulty('other-pattern.sh', 'ssh-brute-force', 600, { run: ['not-reverted'] }),
  faulty('other-mode.py', 'file-added', 600, { run: ['not-reverted'] }),

  faulty('top-srcip.sh', 'ssh-invalid-user', 0, both('wrong-field')),
  faulty('key-error.py', 'ssh-invalid-user', 0, {
    text: ['wrong-field', 'bad-json-crash'],
    run: ['wrong-field'],
  }),
  faulty('src-ip-get.py', 'ssh-brute-force', 0, both('wrong-field')),
  faulty('windows-case.sh', 'windows-brute-force', 0, both('wrong-field')),
  faulty('file-path.py', 'virustotal-malware', 0, both('wrong-field')),

  faulty('blocks-null.sh', 'ssh-brute-force', 0, { run: ['no-target-check'], scenarios: ['missing-target'] }),
  faulty('blocks-null.sh', 'login-failure-without-address', 0, {
    text: ['wrong-field'],
    run: ['no-target-check'],
  }),
  faulty('removes-anyway.sh', 'virustotal-malware', 0, {
    run: ['no-target-check'],
    scenarios: ['missing-target'],
  }),
  faulty('locks-none.py', 'ssh-brute-force', 0, { run: ['no-target-check'], scenarios: ['missing-target'] }),

  faulty('blocks-itself.sh', 'ssh-from-localhost', 600, { run: ['hits-allow-list'] }),
  faulty('blocks-itself.sh', 'ssh-brute-force', 600, {
    run: ['hits-allow-list'],
    scenarios: ['allow-listed-target'],
  }),
  faulty('locks-root.py', 'sudo-root', 0, { run: ['hits-allow-list'] }),

  faulty('os-system.py', 'ssh-invalid-user', 0, { ...both('injection'), scenarios: ['hostile-values'] }),
  faulty('shell-true.py', 'ssh-invalid-user', 0, { ...both('injection'), scenarios: ['hostile-values'] }),
  faulty('eval.sh', 'ssh-invalid-user', 0, { ...both('injection'), scenarios: ['hostile-values'] }),
  faulty('sh-c.sh', 'file-modified', 0, { ...both('injection'), scenarios: ['hostile-values'] }),
  faulty('ssh-splice.sh', 'ssh-invalid-user', 0, { ...both('injection'), scenarios: ['hostile-values'] }),
  faulty('unquoted.sh', 'file-added', 0, { text: ['injection'] }),

  faulty('bare-loads.py', 'ssh-brute-force', 0, { ...both('bad-json-crash'), scenarios: ['malformed-json'] }),

  faulty('silent.py', 'ssh-brute-force', 0, { run: ['no-log'] }),
  faulty('own-log.sh', 'ssh-brute-force', 0, { run: ['no-log'] }),
  faulty('never-main.py', 'ssh-brute-force', 0, { text: ['never-runs'] }),

  faulty('sleeps.sh', 'ssh-brute-force', 0, { run: ['slow'], limits: { step: 2000 } }),

  faulty('read-plain.sh', 'ssh-brute-force', 0, { text: ['mangles-input'] }),
  faulty('read-plain.sh', 'ssh-brute-force', 0, { ...both('mangles-input'), scenarios: ['backslashes'] }),
  faulty('read-plain-web.sh', 'web-attack', 0, both('mangles-input')),
  faulty('dash-echo.sh', 'web-attack', 0, both('mangles-input')),

  faulty('no-shebang.sh', 'ssh-brute-force', 0, { text: ['bad-shebang'] }),
  faulty('late-shebang.py', 'ssh-brute-force', 0, { text: ['bad-shebang'] }),
  faulty('crlf.sh', 'ssh-brute-force', 0, { text: ['crlf'] }),
  faulty('crlf.py', 'ssh-brute-force', 0, { text: ['crlf'] }),
  faulty('not-executable.py', 'ssh-brute-force', 0, { text: ['not-executable'] }),

  faulty('yara-scan.sh', 'file-modified', 0, { run: ['missing-tool'], scenarios: ['tool-missing'] }),
  faulty('needs-module.py', 'ssh-brute-force', 0, { perhaps: ['missing-tool'] }),
  faulty('python2.py', 'ssh-brute-force', 0, { perhaps: ['missing-tool'] }),
  faulty('jq-unchecked.sh', 'ssh-brute-force', 0, { run: ['missing-tool'], scenarios: ['tool-missing'] }),

  faulty('output-chain.sh', 'ssh-brute-force', 600, { run: ['does-not-block'] }),
  faulty('nft-no-hook.py', 'ssh-brute-force', 600, { run: ['does-not-block'] }),
  faulty('reject-destination.sh', 'web-attack', 0, { run: ['does-not-block'] }),
  faulty('only-ipv4.sh', 'ssh-brute-force', 0, { run: ['ipv4-only'], scenarios: ['ipv6-target'] }),
  faulty('own-log-lies.py', 'ssh-brute-force', 0, {
    run: ['ipv4-only', 'no-log'],
    scenarios: ['ipv6-target', 'tool-missing', 'missing-target', 'allow-listed-target'],
  }),
  faulty('log-first.py', 'ssh-brute-force', 0, { run: ['needs-log'], scenarios: ['no-log-folder'] }),
  faulty('log-before-all.py', 'ssh-brute-force', 0, { run: ['needs-log'], scenarios: ['no-log-folder'] }),

  faulty('does-not-parse.py', 'ssh-brute-force', 0, both('syntax-error')),
  faulty('does-not-parse.sh', 'ssh-brute-force', 0, both('syntax-error')),
  faulty('one-underscore.py', 'ssh-brute-force', 0, { text: ['never-runs'] }),

  faulty('ossec-style.sh', 'ssh-brute-force', 0, { text: ['argv-protocol'] }),
  faulty('argv.py', 'ssh-brute-force', 0, { text: ['argv-protocol'] }),

  faulty('home-lab.sh', 'ssh-brute-force', 600, {
    text: ['mangles-input', 'no-handshake', 'no-delete'],
    run: ['no-handshake', 'no-delete'],
    perhaps: ['chatter-before-handshake'],
  }),
  faulty('copied-template.py', 'ssh-brute-force', 600, both('weak-key')),
  faulty('guide-ar.py', 'ssh-brute-force', 600, {
    text: ['reads-to-eof', 'acts-before-continue', 'weak-key', 'wrong-field', 'bad-json-crash'],
    run: ['reads-to-eof', 'acts-before-continue', 'weak-key', 'wrong-field'],
  }),
  faulty('remove-threat-copied.sh', 'virustotal-malware', 0, {
    text: ['mangles-input', 'weak-key', 'injection'],
    run: ['no-target-check'],
    scenarios: ['missing-target'],
  }),
];
