import assert from 'node:assert/strict';
import { ProjectState } from '../../../server/src/lsp/project-state';
import { PublishQueue } from '../../../server/src/lsp/publish-queue';
import { Project } from '../../../server/src/project/project';
import { TODAY } from '../fixture';

const stateAt = (root: string) => new ProjectState(root, new Project([], TODAY), true);

describe('the queue of what is to be published', () => {
  it('gives what was edited before what was touched, each once and in order', () => {
    const queue = new PublishQueue();
    for (const uri of ['a', 'b', 'a']) queue.addTouched(uri);
    for (const uri of ['d', 'c', 'd']) queue.addEdited(uri);
    assert.deepEqual(queue.takeOpen(), { uris: ['d', 'c'], areEdited: true });
    assert.deepEqual(queue.takeOpen(), { uris: ['a', 'b'], areEdited: false });
    assert.deepEqual(queue.takeOpen(), { uris: [], areEdited: false });
  });

  it('forgets a document that is closed', () => {
    const queue = new PublishQueue();
    queue.addEdited('a');
    queue.addTouched('a');
    queue.addTouched('b');
    queue.remove('a');
    assert.deepEqual(queue.takeOpen(), { uris: ['b'], areEdited: false });
  });

  it('keeps the closed files that its consumer had no time for', () => {
    const queue = new PublishQueue();
    const [one, two] = [stateAt('/one'), stateAt('/two')];
    for (const [state, path] of [
      [one, 'a.md'],
      [two, 'b.md'],
      [one, 'c.md'],
      [one, 'a.md'],
    ] as const)
      queue.addClosed({ state, path });
    const taken: string[] = [];
    const take = (count: number) => {
      for (const { state, path } of queue.takeClosed()) if (taken.push(`${state.root}/${path}`) === count) return;
    };
    take(1);
    assert.deepEqual(taken, ['/one/a.md']);
    take(10);
    assert.deepEqual(taken, ['/one/a.md', '/one/c.md', '/two/b.md']);
    take(10);
    assert.equal(taken.length, 3);
  });

  it('lets its consumer wait until something is there, and begins the pause at that moment', async () => {
    const queue = new PublishQueue();
    const told: string[] = [];
    const pause = async () => void told.push('pause');
    const waiting = queue.untilOpen(pause).then(() => told.push('turn'));
    await Promise.resolve();
    assert.deepEqual(told, []);
    queue.addEdited('a');
    assert.deepEqual(told, ['pause']);
    queue.addTouched('b');
    await waiting;
    assert.deepEqual(told, ['pause', 'turn']);
    await queue.untilOpen(pause);
    assert.deepEqual(told, ['pause', 'turn', 'pause']);
  });

  it('does not wake those who wait for closed files because of an open one', async () => {
    const queue = new PublishQueue();
    let wokenBy: string | undefined;
    const waiting = queue.untilClosed(async () => {
      wokenBy ??= 'a closed file';
    });
    queue.addEdited('a');
    queue.addTouched('b');
    assert.equal(wokenBy, undefined);
    queue.addClosed({ state: stateAt('/one'), path: 'a.md' });
    await waiting;
    assert.equal(wokenBy, 'a closed file');
  });
});
