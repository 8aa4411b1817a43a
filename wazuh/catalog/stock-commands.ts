import { type CatalogData, json } from './data';

/** One of the commands that a stock installation defines (etc/templates/config/generic/ar-commands.template). */
export interface StockCommand {
  readonly name: string;
  readonly executable: string;
  readonly timeoutAllowed: boolean;
  readonly runsOn: readonly string[];
  /** The alert field that its script needs, or null. */
  readonly alertField: 'srcip' | 'dstuser' | null;
}

/** A line that analysisd writes at the head of every ar.conf: its name, timeout included, needs no `<command>`. */
export interface BuiltinResponse {
  readonly name: string;
  readonly executables: readonly string[];
  /** Seconds. */
  readonly timeout: number;
}

/** A file that the package puts into active-response/bin. */
export interface ShippedExecutable {
  readonly name: string;
  readonly system: 'unix' | 'windows';
}

/**
 * A file of active-response/bin that the update to 4.2 deletes (src/init/wazuh/wazuh.sh, wazuh-installer.wxs), and the
 * one that does its work now; null where none does.
 */
export interface LegacyExecutable {
  readonly executable: string;
  readonly replacement: string | null;
}

/** What `data/stock-commands.json` holds. */
export interface StockCommands {
  readonly commands: readonly StockCommand[];
  readonly builtin: readonly BuiltinResponse[];
  readonly shippedExecutables: readonly ShippedExecutable[];
  readonly legacyExecutables: readonly LegacyExecutable[];
}

/** Commands, responses and executables of a stock installation of 4.14.7. */
export function stockCommands(data: CatalogData): StockCommands {
  return json(data, 'stock-commands.json');
}
