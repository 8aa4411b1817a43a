export type Host = {
  /**
   * The Node that this build of VS Code asks for.
   */
  node: string;
  /**
   * Folder of VS Code's server (holds out/server-main.js).
   */
  vscode: string;
  /**
   * Built-in extensions enough for our tests: half the start-up time of all of them.
   */
  fewExtensions: string;
};
/**
 * The hosted editor, installed if it is missing.
 * Two runs at once may both install; the first to finish wins, and a broken install never gets the final name.
 * @param {(line: string) => void} say Told what takes time.
 * @returns {Host}
 * @throws {Error} When npm fails, with its output.
 */
export declare function installHost(say: (line: string) => void): Host;
