import { BlockList, isIP, isIPv4 } from 'node:net';
import { isObject, type Json } from '../../wazuh/alert';

/** Who attacks in the sandbox's network. */
export type Attacker =
  | {
      readonly kind: 'address';
      /** IPv4 or IPv6, of another machine: see isElsewhere. */
      readonly address: string;
      /** The TCP port that is attacked. */
      readonly port: number;
      /** Whether the alert says so. */
      readonly isSaid: boolean;
    }
  /** A localised sentence says why nobody attacks. */
  | { readonly kind: 'none'; readonly reason: string };

/** The sandbox's own network: the host, and at the other end of its cable one machine that plays all others. */
export interface Network {
  /** The host's IPv4 address. */
  readonly host: string;
  /** Who connects to it from the other end. */
  readonly attacker: Attacker;
}

/** The host's address, unless the alert has another. */
const HOST = '10.0.0.5';

/** The host's IPv6 address. */
const HOST6 = 'fd00::5';

/** Addresses that no other machine has. */
const nobodys = new BlockList();
for (const [net, prefix] of Object.entries({ '0.0.0.0': 8, '127.0.0.0': 8, '224.0.0.0': 3 }))
  nobodys.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of Object.entries({
  '::': 127,
  'fe80::': 10,
  'ff00::': 8,
  [HOST6]: 128,
}))
  nobodys.addSubnet(net, prefix, 'ipv6');

/** Whether a text is the address of another machine, in a form that every tool takes. */
export function isElsewhere(address: string): boolean {
  const version = isIP(address);
  // No zone, and no IPv4 address in the clothes of IPv6.
  if (version === 0 || /%|^::ffff:/i.test(address)) return false;
  return !nobodys.check(address, version === 4 ? 'ipv4' : 'ipv6');
}

/**
 * The network in which a host is attacked.
 * @param agent what the alert says of the host
 */
export function networkFor(agent: Json | undefined, attacker: Attacker): Network {
  const taken = attacker.kind === 'address' ? attacker.address : '';
  const said = isObject(agent) ? agent.ip : undefined;
  const own = [said, HOST, '10.0.0.6'].find(
    (address): address is string =>
      typeof address === 'string' && isIPv4(address) && isElsewhere(address) && address !== taken,
  );
  return { host: own ?? HOST, attacker };
}

/** The address at which the host is attacked: of the attacker's own family. */
export function attackedAddress({ host }: Network, attacker: string): string {
  return isIPv4(attacker) ? host : HOST6;
}

/**
 * Settings of the other end, as lines for `ip -batch`. Whatever address the host calls is local there: where nobody listens
 * the kernel refuses at once, and nothing leads any further.
 */
export function otherEnd({ host, attacker }: Network): string {
  const own = attacker.kind === 'address' ? [attacker.address] : [];
  const source = (family: 4 | 6) =>
    own.map((address) => (isIP(address) === family ? ` src ${address}` : '')).join('');
  return lines([
    'link set lo up',
    `addr add ${gateway(host)}/32 dev gate`,
    'addr add fe80::1/64 dev gate nodad',
    ...own.map((address) => `addr replace ${address} dev gate${isIPv4(address) ? '' : ' nodad'}`),
    'link set gate up',
    `route add unicast ${host} dev gate table local${source(4)}`,
    `route add unicast ${HOST6} dev gate table local${source(6)}`,
    'route add local 0.0.0.0/0 dev lo table local',
    'route add local ::/0 dev lo table local',
  ]);
}

/** Settings of the host's end, as lines for `ip -batch`. */
export function hostEnd({ host }: Network): string {
  return lines([
    'link set lo up',
    'link set eth0 up',
    `addr add ${host}/24 broadcast + dev eth0`,
    `addr add ${HOST6}/128 dev eth0 nodad`,
    `route add default via ${gateway(host)}`,
    'route add default via fe80::1 dev eth0',
  ]);
}

/** The first address of the host's network, as most gateways have; the last where the host has that. */
export function gateway(host: string): string {
  const first = host.replace(/\d+$/, '1');
  return first === host ? host.replace(/\d+$/, '254') : first;
}

/** Who is asked for names: the gateway, as the host is set up, and those that everybody knows. */
export function nameServersOf({ host }: Network): readonly string[] {
  return [gateway(host), '8.8.8.8', '8.8.4.4', '1.1.1.1', '9.9.9.9'];
}

function lines(all: readonly string[]): string {
  return all.map((line) => `${line}\n`).join('');
}
