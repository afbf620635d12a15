// What does a change on disk mean? Files that appear, change and go while nobody has them open.

import { FileChangeType, type FileEvent } from 'vscode-languageserver';
import { isConfig } from '../model/role';
import { addressOfPath, pathOf } from './address';
import type { Folder } from './folder';
import type { Reading } from './reading';
import type { Session } from './session';

/** Everything, because a link may lead to a file of any kind, and a folder that goes takes its files along. */
export const WATCHED = '**/*';

/** Takes over what has changed. */
export async function applyEvents(session: Session, reading: Reading, events: readonly FileEvent[]): Promise<void> {
  for (const event of events) {
    const path = pathOf(event.uri);
    const folder = path === undefined ? undefined : session.folderOf(path);
    if (path === undefined || !folder || reading.defer(folder, event)) continue;
    await applyEvent(session, reading, folder, path, event.type);
  }
}

async function applyEvent(
  session: Session,
  reading: Reading,
  folder: Folder,
  absolute: string,
  type: FileChangeType,
): Promise<void> {
  if (!(await session.world.host.lists(folder.root, absolute))) return;
  const isOpen = session.overlay(absolute) !== undefined;
  if (
    /(?:^|[\\/])\.gitignore$/.test(absolute) ||
    (isConfig(absolute.replaceAll('\\', '/')) && (!isOpen || type !== FileChangeType.Changed))
  ) {
    reading.soon(folder);
    return;
  }
  if (!isOpen) await refresh(session, reading, folder, absolute, type === FileChangeType.Deleted);
}

/** Brings what is known of a file that is not open in line with the disk. */
export async function refresh(
  session: Session,
  reading: Reading,
  folder: Folder,
  absolute: string,
  isGone: boolean,
): Promise<void> {
  const state = folder.stateOf(absolute);
  if (state?.root === undefined) return;
  const path = session.world.style.relative(state.root, absolute);
  const { project } = state;
  if (isGone) {
    if (project.workspace.hasPath(path)) session.apply(state, path, undefined);
    else if (project.workspace.hasFolder(path)) reading.soon(folder);
    return;
  }
  if (!project.wants(path)) {
    session.onAffected(state, project.setPath(path, true));
    return;
  }
  const result = await session.world.host.read(absolute);
  // While the file was read it may have been opened: then what the editor holds counts.
  if (session.overlay(absolute) !== undefined) return;
  // The whole folder may have been read anew meanwhile.
  if (folder.stateOf(absolute) !== state) return refresh(session, reading, folder, absolute, isGone);
  if ('text' in result) {
    if (result.text !== state.textOf(path)) session.apply(state, path, result.text);
  } else if (project.workspace.hasPath(path)) session.apply(state, path, undefined);
}

/** Renames made in the editor: a file goes and another appears; a folder takes its files along. */
export async function applyRenames(
  session: Session,
  reading: Reading,
  renames: readonly { readonly oldUri: string; readonly newUri: string }[],
): Promise<void> {
  for (const { oldUri, newUri } of renames) {
    const path = pathOf(oldUri);
    const folder = path === undefined ? undefined : session.folderOf(path);
    const state = path === undefined ? undefined : folder?.stateOf(path);
    if (!folder || path === undefined || state?.root === undefined) continue;
    if (!state.project.workspace.hasPath(session.world.style.relative(state.root, path))) reading.soon(folder);
    else {
      await applyEvents(session, reading, [
        { uri: oldUri, type: FileChangeType.Deleted },
        { uri: newUri, type: FileChangeType.Created },
      ]);
    }
  }
}

/** After a document is closed its file counts again, with or without what was typed. */
export async function afterClose(session: Session, reading: Reading, absolute: string): Promise<void> {
  const folder = session.folderOf(absolute);
  if (!folder) return;
  // A reading that is under way took over what had been typed, and is put right when it is done.
  reading.defer(folder, { uri: addressOfPath(absolute), type: FileChangeType.Changed });
  const listed = await session.world.host.lists(folder.root, absolute);
  const exists = listed && (await session.world.host.exists(absolute));
  await refresh(session, reading, folder, absolute, !exists);
  if (isConfig(absolute.replaceAll('\\', '/'))) reading.soon(folder);
}
