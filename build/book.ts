/** A folder of generated pages. */
export interface Book {
  /** Below the project's root. */
  readonly folder: string;
  /** File name to text of everything in the folder. */
  readonly pages: ReadonlyMap<string, string>;
}
