import type { Catalog, ElementReference, Reaction } from '../catalog';
import { type Configuration, rootNames, type Section } from '../model';
import type { Element } from '../os-xml';
import { type Span, span } from '../span';
import { installation } from './installation';
import type { Remark, RemarkKind } from './remark';
import { numberIn } from './text';
import { remark } from './walk';

const refused = { reaction: 'error', scope: 'daemon' } as const;

/** What only shows over the whole file: its roots, sections that must be there, and rules between several sections. */
export function wholeFileRemarks(configuration: Configuration, catalog: Catalog): readonly Remark[] {
  return [
    ...roots(configuration),
    ...missingSections(configuration, catalog),
    ...secureConnections(configuration),
    ...serverAddresses(configuration),
    ...mail(configuration),
    ...recipients(configuration),
    ...lastValues(configuration, catalog),
  ];
}

/** Each role's file has one kind of root; every daemon refuses another (src/config/config.c, ReadConfig, 4.14.7). */
function roots({ role, children }: Configuration): readonly Remark[] {
  const wanted = role === 'agent.conf' ? 'agent_config' : 'ossec_config';
  const tops = children(undefined);
  if (!tops.some(({ name }) => rootNames.includes(name))) return [];
  return tops
    .filter(({ name }) => name !== wanted)
    .map((element) => about('unknown-root', element, [element.name], { ...refused, messageId: '1230' }, ''));
}

function missingSections(configuration: Configuration, catalog: Catalog): readonly Remark[] {
  if (configuration.shape !== 'whole' || configuration.role === 'agent.conf') return [];
  return catalog.sections.flatMap((reference): readonly Remark[] => {
    if (!reference.requiredOn?.includes(installation(configuration.role)) || !reference.onMissingSection)
      return [];
    if (
      configuration.sections.some(({ name, children }) => name === reference.section && children.length > 0)
    )
      return [];
    return [
      {
        kind: 'missing-section',
        span: endOfFile(configuration),
        section: undefined,
        path: [reference.section],
        element: undefined,
        attribute: undefined,
        reference: undefined,
        reaction: reference.onMissingSection,
        words: '',
      },
    ];
  });
}

/** remoted counts every `secure` of the file, repeated elements of one block too (src/config/remote-config.c, 4.14.7). */
function secureConnections(configuration: Configuration): readonly Remark[] {
  if (configuration.role !== 'manager') return [];
  const secure = childrenOf(configuration, 'remote').filter(
    ({ name, text }) => name.toLowerCase() === 'connection' && text === 'secure',
  );
  return secure
    .slice(1)
    .map((element) =>
      about('relation', element, ['remote', 'connection'], { ...refused, messageId: '1244' }, 'secure'),
    );
}

/** agentd wants one address that is neither empty nor a placeholder (src/client-agent, 4.14.7). */
function serverAddresses(configuration: Configuration): readonly Remark[] {
  const clients = named(configuration, 'client').filter(({ children }) => children.length > 0);
  const [client] = clients;
  if (configuration.role !== 'agent' || configuration.shape !== 'whole' || !client) return [];
  const all = clients.flatMap(({ children }) => children);
  const servers = all.filter(({ name }) => name === 'server');
  const addresses = [
    ...servers.flatMap((server) => configuration.children(server)).filter(({ name }) => name === 'address'),
    ...all.filter(({ name }) => name === 'server-ip' || name === 'server-hostname'),
  ];
  if (addresses.length === 0) {
    return [about('relation', client.element, ['client'], { ...refused, messageId: '4105' }, 'no server')];
  }
  const [first] = addresses;
  if (first && addresses.every(({ text }) => ['', '0.0.0.0', 'MANAGER_IP'].includes(text))) {
    return [
      about(
        'bad-value',
        first,
        ['client', 'server', 'address'],
        { ...refused, messageId: '4112' },
        'placeholder',
      ),
    ];
  }
  const indexed = servers.some((server) =>
    configuration.children(server).some(({ name }) => name === 'interface_index'),
  );
  if (first && !indexed && addresses.every(({ text }) => text.toLowerCase().startsWith('fe80:'))) {
    return [
      about(
        'relation',
        first,
        ['client', 'server', 'address'],
        { ...refused, messageId: '4114' },
        'link-local',
      ),
    ];
  }
  return [];
}

/**
 * With mail on, maild refuses to start when the file of alerts that it reads is not written. Its own default for
 * `jsonout_output` is no, unlike analysisd's (src/config/global-config.c and src/os_maild/config.c, 4.14.7).
 */
function mail(configuration: Configuration): readonly Remark[] {
  if (configuration.role !== 'manager') return [];
  const all = childrenOf(configuration, 'global');
  const last = (name: string) => all.findLast((element) => element.name === name);
  const on = last('email_notification');
  if (on?.text !== 'yes') return [];
  const source = last('email_log_source')?.text;
  const json = last('jsonout_output')?.text === 'yes';
  const log = last('alerts_log')?.text !== 'no';
  const missing =
    !json && !log
      ? 'all'
      : source === 'alerts.log'
        ? log
          ? undefined
          : 'alerts.log'
        : json
          ? undefined
          : 'alerts.json';
  return missing ? [about('relation', on, ['global', 'email_notification'], refused, missing)] : [];
}

/** A mail alert needs a recipient in its block or in a `<global>` before it (src/config/email-alerts-config.c, 4.14.7). */
function recipients(configuration: Configuration): readonly Remark[] {
  if (configuration.role !== 'manager') return [];
  let known = false;
  return configuration.sections.flatMap(({ name, element, children }): readonly Remark[] => {
    const here = children.some((child) => child.name === 'email_to');
    if (name === 'global' && here) known = true;
    if (name !== 'email_alerts' || children.length === 0 || here || known) return [];
    return [about('relation', element, [name], { ...refused, messageId: '1264' }, 'no recipient')];
  });
}

/** Values that are judged once, after the whole file is read, on what then counts. */
function lastValues(configuration: Configuration, catalog: Catalog): readonly Remark[] {
  return catalog.sections.flatMap((section) => {
    const ranged = section.children.filter(({ allowedRange }) => allowedRange !== undefined);
    if (ranged.length === 0 || !section.appliesTo.includes(installation(configuration.role))) return [];
    const all = childrenOf(configuration, section.section);
    return ranged.flatMap((reference): readonly Remark[] => {
      const element = all.findLast(({ name }) => name === reference.name);
      const value = element && numberIn(reference, element.text);
      if (!element || value === undefined || isInRange(reference, value)) return [];
      const remarked = about('bad-value', element, [section.section, reference.name], refused, 'range');
      return [{ ...remarked, reference }];
    });
  });
}

function isInRange({ allowedRange }: ElementReference, value: number): boolean {
  if (!allowedRange) return true;
  const { min, max, orZero } = allowedRange;
  return (value >= min && value <= max) || (orZero === true && value === 0);
}

function named({ sections }: Configuration, name: string): readonly Section[] {
  return sections.filter((section) => section.name === name);
}

function childrenOf(configuration: Configuration, name: string): readonly Element[] {
  return named(configuration, name).flatMap(({ children }) => children);
}

function about(
  kind: RemarkKind,
  element: Element,
  path: readonly string[],
  reaction: Reaction,
  words: string,
): Remark {
  const isValue = element.textSpan.start < element.textSpan.end && element.children.length === 0;
  const at = isValue ? element.textSpan : element.nameSpan;
  return remark({ section: undefined }, kind, { element, path, reaction, words, span: at });
}

function endOfFile({ xml }: Configuration): Span {
  const root = xml.roots.findLast(({ name }) => rootNames.includes(name));
  return root ? root.nameSpan : span(0, 0);
}
