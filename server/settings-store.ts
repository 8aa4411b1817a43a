import { type Settings, settingsFrom } from './settings';

/** Asks the client for the settings that hold for a file or folder (LSP, workspace/configuration). */
export type AskSettings = (scope: string | undefined) => Promise<unknown>;

/** The settings by the file that they hold for, asked for once until they change. */
export class SettingsStore {
  readonly #kept = new Map<string | undefined, Promise<Settings>>();
  #ask: AskSettings;

  /** `ask` may reject: then the defaults hold. */
  constructor(ask: AskSettings) {
    this.#ask = ask;
  }

  of(scope: string | undefined): Promise<Settings> {
    const kept = this.#kept.get(scope);
    if (kept) return kept;
    const asked = this.#ask(scope).then(settingsFrom, () => settingsFrom(undefined));
    this.#kept.set(scope, asked);
    return asked;
  }

  /** Forgets what was asked: it may have changed. `ask` replaces the former one. */
  forget(ask?: AskSettings): void {
    this.#kept.clear();
    if (ask) this.#ask = ask;
  }

  /** Forgets a file that is closed. */
  close(scope: string): void {
    this.#kept.delete(scope);
  }
}
