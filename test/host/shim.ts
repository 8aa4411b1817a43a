import { parseArgs } from 'node:util';
import { installHost } from '../../build/editor/install.mjs';
import { hostFailed, runHostedTests } from './hosted-tests';

/**
 * Understands the command line that `runTests` of @vscode/test-electron gives to VS Code.
 *
 * @returns The exit status that VS Code would have.
 */
export async function main(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    // VS Code has many more flags than concern us.
    strict: false,
    allowPositionals: true,
    options: {
      extensionDevelopmentPath: { type: 'string' },
      extensionTestsPath: { type: 'string' },
      'disable-workspace-trust': { type: 'boolean' },
    },
  });
  const { extensionDevelopmentPath: extension, extensionTestsPath: tests } = values;
  const [folder] = positionals;
  if (typeof extension !== 'string' || typeof tests !== 'string' || folder === undefined) {
    console.error('Give --extensionDevelopmentPath, --extensionTestsPath and a folder.');
    return hostFailed;
  }
  try {
    return await runHostedTests({
      host: installHost(console.log),
      extension,
      tests,
      folder,
      trusted: values['disable-workspace-trust'] === true,
    });
  } catch (problem) {
    console.error(problem instanceof Error ? problem.message : problem);
    return hostFailed;
  }
}
