import type { Expectation } from './expectation';
import { both, faulty } from './faulty';

/** The same faults as other people make them, written down before any of them was tried. */
export const further: readonly Expectation[] = [
  faulty('eof-splitlines.py', 'web-attack', 0, both('reads-to-eof')),
  faulty('eof-jq.sh', 'ssh-brute-force', 0, both('reads-to-eof')),
  faulty('eof-redirect.sh', 'file-added', 0, both('reads-to-eof')),
  faulty('no-keys-class.py', 'ssh-brute-force', 600, both('no-handshake')),
  faulty('pretty-keys.py', 'ssh-brute-force', 600, {
    run: ['no-handshake'],
    perhaps: ['output-after-answer'],
  }),
  faulty('logs-to-stdout.py', 'ssh-brute-force', 600, { run: ['chatter-before-handshake'] }),
  faulty('any-answer.sh', 'ssh-brute-force', 600, both('ignores-abort')),
  faulty('key-no-list.sh', 'ssh-brute-force', 600, { run: ['weak-key'] }),
  faulty('key-time.py', 'ssh-brute-force', 600, { run: ['key-changes'] }),
  faulty('undo-asks.py', 'ssh-brute-force', 600, { run: ['not-reverted'], perhaps: ['crashes'] }),
  faulty('two-rules.sh', 'ssh-brute-force', 600, { run: ['not-reverted'] }),
  faulty('no-parameters.sh', 'ssh-brute-force', 0, both('wrong-field')),
  faulty('caught-key.py', 'ssh-invalid-user', 0, both('wrong-field')),
  faulty('empty-source.sh', 'ssh-brute-force', 0, {
    run: ['no-target-check'],
    scenarios: ['missing-target'],
  }),
  faulty('routes-anything.py', 'ssh-brute-force', 0, {
    run: ['hits-allow-list'],
    scenarios: ['allow-listed-target'],
  }),
  faulty('popen.py', 'ssh-invalid-user', 0, { ...both('injection'), scenarios: ['hostile-values'] }),
  faulty('bash-list.py', 'ssh-invalid-user', 0, { ...both('injection'), scenarios: ['hostile-values'] }),
  faulty('logger-only.sh', 'ssh-brute-force', 0, { run: ['no-log'] }),
  faulty('sleeps.py', 'high-severity', 0, { run: ['slow'], limits: { step: 2000 } }),
  faulty('read-timeout.sh', 'web-attack', 0, both('mangles-input')),
  faulty('bom.sh', 'ssh-brute-force', 0, { text: ['bad-shebang'] }),
  faulty('python34.py', 'ssh-brute-force', 0, { run: ['missing-tool'] }),
  faulty('crashes-late.py', 'ssh-brute-force', 0, { run: ['crashes'] }),
  faulty('set-e.sh', 'ssh-brute-force', 0, { run: ['no-log'] }),
];
