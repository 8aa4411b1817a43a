import { t } from '@vscode/l10n';
import { type Baggage, contents } from './contents';
import { usualLimits } from './limits';
import { networkFor } from './network';
import { openOverlay } from './overlay';
import { refused } from './refused';
import { SandboxRefused } from './sandbox';

/** What sandbox this system allows. */
export type SandboxProbe =
  | { readonly kind: 'overlay' }
  | {
      readonly kind: 'none';
      /** What the system said. */
      readonly reason: string;
      /** What the user can do about it. */
      readonly wayOut: string;
    };

const nothing: Baggage = {
  programs: [],
  binding: { name: 'none', executable: 'none', timeout: 0 },
  users: [],
  files: [],
  processes: [],
  words: [],
  workspace: undefined,
  network: networkFor(undefined, { kind: 'none', reason: '' }),
};

/** Tries whether a sandbox can be had, by opening one without a script in it and closing it again. */
export async function probeSandbox(): Promise<SandboxProbe> {
  try {
    noneHere();
    const sandbox = await openOverlay(contents(nothing), usualLimits, 0);
    await sandbox.close();
    return { kind: 'overlay' };
  } catch (problem) {
    const { reason, wayOut } = problem instanceof SandboxRefused ? problem : refused(String(problem));
    return { kind: 'none', reason, wayOut };
  }
}

/** Throws SandboxRefused on systems that have no overlay sandbox at all. */
export function noneHere(platform: NodeJS.Platform = process.platform): void {
  if (platform === 'linux') return;
  throw new SandboxRefused(
    t('The sandbox is made of Linux namespaces, which this system has not.'),
    t('Run the dry run on Linux: in a virtual machine, in WSL, or over Remote - SSH.'),
  );
}
