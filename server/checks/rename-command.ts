import type { Configuration } from '../../wazuh/model';
import type { Edit } from './check';
import { setText } from './edits';

/** Gives a command another name, in every definition and in every response that has exactly the old one. */
export function renameCommand(
  { commands, responses }: Configuration,
  from: string,
  to: string,
): readonly Edit[] {
  const places = [
    ...commands.flatMap(({ section }) => section.children.filter(({ name }) => name === 'name')),
    ...responses.flatMap(({ section }) => section.children.filter(({ name }) => name === 'command')),
  ];
  return places.filter(({ text }) => text === from).map((element) => setText(element, to));
}
