import * as vscode from 'vscode';
import { CONFIGURATIONS } from '../dry-run/configurations';
import { BIN, findScripts } from './find-scripts';
import { listScenarios, listScripts } from './items';
import type { PlanNeeds } from './plan';
import { runOnSave } from './run-on-save';
import { runTests } from './run-tests';

/** What VS Code is told of the tests: their controller, and the one way of running them. */
export interface TestExplorer extends vscode.Disposable {
  readonly controller: vscode.TestController;
  readonly profile: vscode.TestRunProfile;
}

/** How long after a change the list is made anew, in ms: files come in heaps. */
const PAUSE = 300;

/**
 * The Test Explorer's view of the workspace: a test for each script, with its scenarios as children. Looking for scripts
 * starts nothing; running them asks for trust.
 */
export function testExplorer(needs: PlanNeeds): TestExplorer {
  const controller = vscode.tests.createTestController('wazuh', vscode.l10n.t('Active Response'));
  let pause: NodeJS.Timeout | undefined;

  const list = async () => listScripts(controller, await findScripts());
  const listSoon = () => {
    clearTimeout(pause);
    pause = setTimeout(() => void list(), PAUSE);
  };
  controller.resolveHandler = (item) => (item ? listScenarios(controller, item, needs) : list());
  controller.refreshHandler = list;
  const profile = controller.createRunProfile(
    vscode.l10n.t('Dry Run'),
    vscode.TestRunProfileKind.Run,
    (request, token) =>
      request.continuous
        ? runOnSave(controller, request, token, (again, stop) => runTests(controller, again, stop, needs))
        : runTests(controller, request, token, needs),
    true,
    undefined,
    true,
  );
  listSoon();
  const all = vscode.Disposable.from(
    controller,
    profile,
    new vscode.Disposable(() => clearTimeout(pause)),
    watch(BIN, listSoon, (uri) => {
      const item = controller.items.get(uri.toString());
      if (item) controller.invalidateTestResults(item);
    }),
    watch(CONFIGURATIONS, listSoon, listSoon),
  );
  return { controller, profile, dispose: () => all.dispose() };
}

function watch(glob: string, comesOrGoes: () => void, changes: (uri: vscode.Uri) => void): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher(glob);
  return vscode.Disposable.from(
    watcher,
    watcher.onDidCreate(comesOrGoes),
    watcher.onDidDelete(comesOrGoes),
    watcher.onDidChange(changes),
  );
}
