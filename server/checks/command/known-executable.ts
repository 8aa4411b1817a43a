import type { Context } from '../context';

/** Whether a file of this name is shipped, was shipped before 4.2, or lies in the workspace. */
export function isKnownExecutable(file: string, { catalog, scripts }: Context): boolean {
  return (
    scripts.some(({ name }) => name === file) ||
    catalog.shippedExecutables.some(({ name }) => name === file) ||
    catalog.legacyExecutables.some(({ executable }) => executable === file)
  );
}
