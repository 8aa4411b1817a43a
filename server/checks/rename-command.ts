import type { Configuration } from '../../wazuh/model';
import type { Element } from '../../wazuh/os-xml';
import type { Edit } from './check';
import { setText } from './edits';

/** Where each name of a command is written: in its definitions, and in the responses that run it. */
export type NamePlaces = ReadonlyMap<string, readonly Element[]>;

/** Finds the places of all names at once, as a file may have many commands to rename. */
export function namePlaces({ commands, responses }: Configuration): NamePlaces {
  const places = [
    ...commands.flatMap(({ section }) => section.children.filter(({ name }) => name === 'name')),
    ...responses.flatMap(({ section }) => section.children.filter(({ name }) => name === 'command')),
  ];
  const byName = new Map<string, Element[]>();
  for (const element of places) {
    const same = byName.get(element.text);
    if (same) same.push(element);
    else byName.set(element.text, [element]);
  }
  return byName;
}

/** Gives a command another name, wherever exactly the old one is written. */
export function renameCommand(places: NamePlaces, from: string, to: string): readonly Edit[] {
  return (places.get(from) ?? []).map((element) => setText(element, to));
}
