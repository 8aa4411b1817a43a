import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { eventually } from '../testing/client';
import { memoryFiles } from '../testing/memory-files';
import { WorkspaceWatcher } from './watcher';
import { WorkspaceReader, type WorkspaceState } from './workspace';

const root = 'file:///workspace';
const rules = (id: number) => `<group name="local,"><rule id="${id}" level="10"></rule></group>`;

function watched() {
  const files = memoryFiles({ [`${root}/rules/a.xml`]: rules(1) });
  const states: WorkspaceState[] = [];
  const watcher = new WorkspaceWatcher(new WorkspaceReader(files), (state) => void states.push(state));
  const ids = () =>
    states
      .at(-1)
      ?.rules.map(({ id }) => id)
      .join();
  return { files, states, watcher, ids };
}

describe('workspace watcher', () => {
  it('tells the first state and each that differs', async () => {
    const { files, states, watcher, ids } = watched();
    watcher.look([root], ['rules']);
    await eventually(() => (ids() === '1' ? true : undefined));
    watcher.lookAgain(0);
    files.write(`${root}/rules/b.xml`, rules(2));
    watcher.lookAgain(0);
    await eventually(() => (ids() === '1,2' ? true : undefined));
    watcher.lookAgain(0);
    await pause(50);
    expect(states).toHaveLength(2);
    watcher.stop();
  });

  it('is silent when stopped', async () => {
    const { states, watcher } = watched();
    watcher.look([root], ['rules']);
    watcher.stop();
    watcher.lookAgain(0);
    await pause(50);
    expect(states).toEqual([]);
  });
});
