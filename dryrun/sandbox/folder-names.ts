import { readdirSync } from 'node:fs';

/** Names in a folder; none where it is gone, or is none of ours to look at. */
export function folderNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
