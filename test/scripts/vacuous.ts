/** A script that does nothing of what a response is for, and so must pass in no scenario. */
export interface Vacuous {
  /** Relative to this folder. */
  readonly script: string;
  /** Name of the sample alert. */
  readonly sample: string;
  /** Seconds; 0 where none is given. */
  readonly timeout: number;
  /** Why nothing that is seen of it speaks for it. */
  readonly why: string;
}

const vacuousScript = (script: string, why: string, timeout = 0, sample = 'ssh-brute-force'): Vacuous => ({
  ...{ script: `vacuous/${script}`, sample, timeout, why },
});

/** Whatever is seen of these in a run, no scenario may pass: where nothing is done, nothing is proven. */
export const vacuous: readonly Vacuous[] = [
  vacuousScript('hello.sh', 'it says hello in its log'),
  vacuousScript('hello.py', 'it says hello in its log', 600),
  vacuousScript('exits.sh', 'it ends with 1 at once', 600),
  vacuousScript('exits.py', 'it ends with 1 at once'),
  vacuousScript('unclosed.sh', 'bash cannot read it to its end'),
  vacuousScript('unclosed.py', 'Python cannot read it', 600),
  vacuousScript('deaf.sh', 'it never reads its message', 600),
  vacuousScript('deaf.py', 'it never reads its message'),
  vacuousScript('no-tool.sh', 'its tool is nowhere, and it says so'),
  vacuousScript('no-tool.py', 'its tool is nowhere, and it says so'),
  vacuousScript('nothing.sh', 'it does nothing', 600),
  vacuousScript('nothing.py', 'it does nothing'),
  vacuousScript('reads-and-ends.sh', 'it reads, and does nothing'),
  vacuousScript('no-module.py', 'it needs a module that is nowhere', 600),
  vacuousScript('keys-only.sh', 'it asks, hears the answer, and does nothing', 600),
  vacuousScript('keys-only.py', 'it asks, hears the answer, and does nothing', 600),
  vacuousScript('moves-nothing.sh', 'a quarantine that moves nothing, and ends with 1', 0, 'file-added'),
  vacuousScript('moves-nothing.py', 'a quarantine that moves nothing, and ends with 1', 0, 'file-added'),
  vacuousScript('says-blocked.sh', 'it says Blocked, and makes no rule'),
  vacuousScript(
    'says-removed.py',
    'it says that the threat is removed, and removes nothing',
    0,
    'virustotal-malware',
  ),
  vacuousScript('waits.sh', 'it waits for more input for ever'),
  vacuousScript('waits.py', 'it waits for the end of its input for ever', 600),
  vacuousScript('elsewhere.sh', 'the field that it looks at is in no alert'),
  vacuousScript('never-main.py', 'its main part never runs'),
  vacuousScript('other-word.py', 'the command that it waits for is never sent'),
  vacuousScript('no-interpreter.sh', 'its interpreter is nowhere'),
];
