import type { Role, Shape } from '../wazuh/model';
import type { WazuhVersion } from '../wazuh/versions';

/** The user's settings (`wazuh.…`) as far as the server needs them. */
export interface Settings {
  readonly version: WazuhVersion;
  readonly role: Role | 'auto';
  /** Whether files must stand for themselves; auto tells it from the content. */
  readonly shape: Shape | 'auto';
  /** Folders of custom rules: below each folder of the workspace, or absolute. */
  readonly ruleFolders: readonly string[];
  /** Codes of checks that are switched off. */
  readonly disabledChecks: readonly string[];
  /** Whether to advise on what other XML readers do not take. */
  readonly portableXml: boolean;
}

export const defaultSettings: Settings = {
  version: '4.14',
  role: 'auto',
  shape: 'auto',
  ruleFolders: ['rules', 'etc/rules'],
  disabledChecks: [],
  portableXml: true,
};

const versions: readonly WazuhVersion[] = ['4.14', '5.0'];
const roles: readonly Settings['role'][] = ['auto', 'manager', 'agent', 'agent.conf'];
const shapes: readonly Settings['shape'][] = ['auto', 'whole', 'fragment'];

/** The settings in what a client sends for `wazuh`: any JSON. What is missing or makes no sense is the default. */
export function settingsFrom(value: unknown): Settings {
  return {
    version: oneOf(versions, at(value, 'version')) ?? defaultSettings.version,
    role: oneOf(roles, at(value, 'role')) ?? defaultSettings.role,
    shape: oneOf(shapes, at(value, 'shape')) ?? defaultSettings.shape,
    ruleFolders: texts(at(value, 'ruleFolders')) ?? defaultSettings.ruleFolders,
    disabledChecks: texts(at(value, 'diagnostics', 'disabled')) ?? defaultSettings.disabledChecks,
    portableXml: at(value, 'portableXml') !== false,
  };
}

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inside, key) =>
      typeof inside === 'object' && inside !== null ? (inside as Record<string, unknown>)[key] : undefined,
    value,
  );
}

function oneOf<T>(known: readonly T[], value: unknown): T | undefined {
  return known.find((one) => one === value);
}

function texts(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : undefined;
}
