import type { Host } from '../../build/editor/install.mjs';
import { type Settings } from '../../build/editor/settings';
export interface ServerOptions {
  readonly host: Host;
  /** Folder for everything that this server remembers; made if it is missing. */
  readonly profile: string;
  readonly settings?: Settings;
  /** 0, the default: any free one. */
  readonly port?: number;
  /** Which built-in extensions: `few` starts in half the time. */
  readonly builtIn: 'all' | 'few';
  /** Whether folders are trusted without asking. */
  readonly trusted: boolean;
  /** Whether a page may run extension tests. Without it VS Code ignores the test's parameters, and says nothing. */
  readonly testDriver: boolean;
  /** A secret that the page's address must carry; without one, anybody on this machine may use the editor. */
  readonly token?: string;
}
/** A running VS Code server, listening on 127.0.0.1. */
export interface Server {
  readonly port: number;
  /** All that it has printed so far. */
  output(): string;
  /** Resolves when the server's own process ends, with its exit status. */
  readonly ended: Promise<number | null>;
  /** Ends the server and everything that it started. */
  stop(): Promise<void>;
}
/**
 * Starts VS Code's server for a browser to connect to.
 *
 * @throws {Error} When it ends or stays silent instead of listening, with its output.
 */
export declare function startServer(options: ServerOptions): Promise<Server>;
/**
 * Installs a packaged extension into a profile.
 *
 * @throws {Error} When VS Code refuses it, with its output.
 */
export declare function installExtension(host: Host, profile: string, vsix: string): Promise<void>;
