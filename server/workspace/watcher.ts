import type { WorkspaceReader, WorkspaceState } from './workspace';

/** How long the disk must rest before it is looked at again, in ms: a checkout changes many files at once. */
const rest = 300;

/** Keeps the state of a workspace fresh: reads it when told that something has changed, never twice at a time. */
export class WorkspaceWatcher {
  #folders: readonly string[] = [];
  #ruleFolders: readonly string[] = [];
  #timer: NodeJS.Timeout | undefined;
  #reading = false;
  #again = false;
  #stopped = false;
  /** The last state told, as text. */
  #told = '';

  /** `changed` gets each state that differs from the one before. */
  constructor(
    private readonly reader: WorkspaceReader,
    private readonly changed: (state: WorkspaceState) => void,
  ) {}

  /** Looks at these folders (addresses) from now on, and at once. */
  look(folders: readonly string[], ruleFolders: readonly string[]): void {
    this.#folders = folders;
    this.#ruleFolders = ruleFolders;
    this.lookAgain(0);
  }

  /** Looks again, after a rest. */
  lookAgain(delay = rest): void {
    if (this.#stopped) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#read(), delay);
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  async #read(): Promise<void> {
    if (this.#reading) {
      this.#again = true;
      return;
    }
    this.#reading = true;
    const state = await this.reader.read(this.#folders, this.#ruleFolders);
    this.#reading = false;
    if (this.#stopped) return;
    if (this.#again) {
      this.#again = false;
      this.lookAgain(0);
    }
    const told = JSON.stringify({ ...state, bindings: [...state.bindings] });
    if (told === this.#told) return;
    this.#told = told;
    this.changed(state);
  }
}
