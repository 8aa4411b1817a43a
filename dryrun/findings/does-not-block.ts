import { t } from '@vscode/l10n';
import { difference } from '../effects/difference';
import { whyOpen } from '../proof/rules';
import { type RunCheck, some } from './finding';

export const doesNotBlock: RunCheck = {
  code: 'does-not-block',
  title: 'The attacker still gets through after add',
  explanation: [
    'The dry run plays the attacker: in the sandbox’s own network it connects to the host from the address that the alert',
    'names, before `add`, after `add` and after `delete`. This script changed the firewall or the routes, and the connection',
    'still came through after `add`.',
    '\n\nCommon reasons: the rule is in `FORWARD`, which only packets pass that the host hands on; it matches packets *to* the',
    'address (`-d`, `daddr`) instead of those from it; it is in a chain that no other leads to, or of nftables without a hook;',
    'it names another address than the one of the alert. Put the rule into `INPUT`, for packets from the address.',
  ].join(' '),
  judge({ main: { probes, steps, sandbox } }) {
    const { attack } = sandbox;
    const [before, after] = (['before add', 'after add'] as const).map((when) =>
      probes.find((probe) => probe.when === when),
    );
    const step = steps.find((each) => each.step === 'add');
    if (attack.kind === 'none' || !step || !before?.reached || !after?.reached) return undefined;
    const { added } = difference(step.before, step.after, sandbox.original).firewall;
    const inForce = added.filter((rule) => step.after.inForce.includes(rule));
    const why = whyOpen({ added: inForce, all: step.after.inForce }, attack.address, after.port);
    if (why === undefined) return undefined;
    return {
      message: `${t('The attacker still gets through after add.')} ${why} ${t('Block what comes from the address, where it comes in.')}`,
      evidence: t(
        'After add, {0} still reached port {1} of the host: {2}',
        attack.address,
        after.port,
        some(inForce),
      ),
    };
  },
};
