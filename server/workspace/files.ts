/** One entry of a folder. */
export interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
}

/** What is known of a file without reading it. */
export interface FileState {
  /** Changes whenever the content may have changed. */
  readonly stamp: string;
  readonly bytes: number;
  /** Whether its mode lets it be run; undefined where the file system has no such mode. */
  readonly executable: boolean | undefined;
}

/** The file system as the server needs it, by address (`file:///…`). Each function rejects if the thing is gone. */
export interface Files {
  list(folder: string): Promise<readonly Entry[]>;
  state(file: string): Promise<FileState>;
  read(file: string): Promise<string>;
}
