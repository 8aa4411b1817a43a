import type { Catalog, ElementReference, Reaction } from '../catalog';
import { type Configuration, rootNames } from '../model';
import { type Span, span } from '../span';
import { about, childrenOf, named, refused } from './file';
import { installation } from './installation';
import { mailRemarks } from './mail';
import type { Remark } from './remark';
import { numberIn } from './text';

/** What only shows over the whole file: its roots, sections that must be there, and rules between several sections. */
export function wholeFileRemarks(configuration: Configuration, catalog: Catalog): readonly Remark[] {
  return [
    ...roots(configuration, catalog),
    ...missingSections(configuration, catalog),
    ...secureConnections(configuration),
    ...serverAddresses(configuration),
    ...agentFilters(configuration),
    ...mailRemarks(configuration),
    ...lastValues(configuration, catalog),
    ...repeatedSections(configuration, catalog),
  ];
}

/** Each role's file has one kind of root; every daemon refuses another (src/config/config.c, ReadConfig, 4.14.7). */
function roots({ role, shape, children }: Configuration, { sections }: Catalog): readonly Remark[] {
  const wanted = role === 'agent.conf' ? 'agent_config' : 'ossec_config';
  const tops = children(undefined);
  const isRootless = !tops.some(({ name }) => rootNames.includes(name));
  if (isRootless && shape === 'fragment') return [];
  const isSection = sections.some(({ section, element = section }) => element === tops[0]?.name);
  return (isRootless && isSection ? tops.slice(0, 1) : tops)
    .filter(({ name }) => name !== wanted)
    .map((element) => about('unknown-root', element, [element.name], { ...refused, messageId: '1230' }, ''));
}

/**
 * An attribute of `<agent_config>` that is no filter is an error line, but the block is used all the same, by every
 * agent (ReadConfig, src/config/config.c, 4.14.7).
 */
function agentFilters({ role, children }: Configuration): readonly Remark[] {
  if (role !== 'agent.conf') return [];
  return children(undefined)
    .filter(({ name }) => name === 'agent_config')
    .flatMap((element) =>
      element.attributes
        .filter(({ name }) => !filters.includes(name))
        .map((attribute) => ({
          ...about('unknown-attribute', element, [element.name], noFilter, ''),
          attribute,
          span: attribute.nameSpan,
        })),
    );
}

const filters: readonly string[] = ['name', 'os', 'profile', 'overwrite'];
const noFilter: Reaction = {
  reaction: 'error',
  scope: 'option',
  messageId: '1233',
  says: "Invalid attribute '{name}' in the configuration: 'agent.conf'.",
};

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
      const { says } = reference.allowedRange ?? {};
      const reaction: Reaction = says === undefined ? refused : { ...refused, says };
      const remarked = about('bad-value', element, [section.section, reference.name], reaction, 'range');
      return [{ ...remarked, reference }];
    });
  });
}

/** Sections of which a daemon takes only the last, and says so. */
function repeatedSections(configuration: Configuration, catalog: Catalog): readonly Remark[] {
  return catalog.sections.flatMap(({ section, appliesTo, onRepeated }): readonly Remark[] => {
    if (!onRepeated || !appliesTo.includes(installation(configuration.role))) return [];
    return named(configuration, section)
      .slice(0, -1)
      .map(({ element }) => about('repeated-section', element, [section], onRepeated, ''));
  });
}

function isInRange({ allowedRange }: ElementReference, value: number): boolean {
  if (!allowedRange) return true;
  const { min, max, orZero } = allowedRange;
  return (value >= min && value <= max) || (orZero === true && value === 0);
}

function endOfFile({ xml }: Configuration): Span {
  const root = xml.roots.findLast(({ name }) => rootNames.includes(name));
  return root ? root.nameSpan : span(0, 0);
}
