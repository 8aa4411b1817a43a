import type { System } from '../catalog';
import type { Configuration } from '../model';

/** What only a Windows agent's file holds. */
const windowsOnly = {
  elements: ['windows_registry', 'registry_ignore', 'windows_audit_interval', 'registry_limit'],
  logFormats: ['eventlog', 'eventchannel'],
} as const;

/**
 * The system whose daemons read a file. A manager runs on Linux. An agent's file is a Windows agent's where it speaks
 * of the registry or of event logs; else it is taken for Linux, as words that macOS alone refuses are not known.
 */
export function detectSystem({ role, sections }: Configuration): System {
  if (role === 'manager') return 'linux';
  const windows = sections.some(({ children }) =>
    children.some(
      ({ name, text }) =>
        windowsOnly.elements.some((one) => one === name) ||
        (name === 'log_format' && windowsOnly.logFormats.some((one) => one === text)),
    ),
  );
  return windows ? 'windows' : 'linux';
}
