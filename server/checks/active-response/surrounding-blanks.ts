import { t } from '@vscode/l10n';
import type { Configuration, Value } from '../../../wazuh/model';
import type { Check, Edit } from '../check';
import type { Context } from '../context';
import { setText } from '../edits';
import { boundResponses, managerCommands } from '../manager';
import { valuePlace } from '../places';
import { namePlaces, renameCommand } from '../rename-command';

export const surroundingBlanks: Check = {
  code: 'surrounding-blanks',
  severity: 'warning',
  wazuh: null,
  silent: 'A name with blanks is a name to Wazuh, and it does not look whether anything is called so.',
  title: 'Blanks that belong to the value',
  explanation:
    'Wazuh trims nothing: blanks and line breaks between the tags are part of the value. A command called ` a ` is not ' +
    'the command `a`, an executable with a blank is another file, and a group with a blank matches no rule. Numbers, ' +
    'rule ids and locations are read in spite of them (src/config/active-response.c).',
  since: '4.2',
  example: {
    bad: `<command>
  <name>block-ip</name>
  <executable>⟦
    block-ip.py
  ⟧</executable>
</command>`,
    good: `<command>
  <name>block-ip</name>
  <executable>block-ip.py</executable>
</command>`,
  },
  *run(configuration, context) {
    for (const { value, message, edits } of padded(configuration, context)) {
      yield {
        span: valuePlace(value.element),
        message,
        fixes: [{ title: t('Remove the blanks'), edits, preferred: true }],
      };
    }
  },
};

interface Padded {
  readonly value: Value;
  readonly message: string;
  readonly edits: readonly Edit[];
}

/** The values with blanks around them, where these count. */
function* padded(configuration: Configuration, context: Context): Iterable<Padded> {
  const places = namePlaces(configuration);
  for (const { name, executable } of managerCommands(configuration, context)) {
    if (name && isPadded(name)) {
      yield {
        value: name,
        message: t('The blanks are part of the name: a response must repeat them to call this command.'),
        edits: renameCommand(places, name.text, name.text.trim()),
      };
    }
    if (executable && isPadded(executable)) {
      yield {
        value: executable,
        message: t(
          'The blanks are part of the file name: execd finds no such file, and never runs this command.',
        ),
        edits: [setText(executable.element, executable.text.trim())],
      };
    }
  }
  for (const { response } of boundResponses(configuration, context)) {
    const group = response.rulesGroup;
    if (group && isPadded(group)) {
      yield {
        value: group,
        message: t('The blanks are part of the group, and no rule has one with blanks.'),
        edits: [setText(group.element, group.text.trim())],
      };
    }
  }
}

function isPadded({ text }: Value): boolean {
  return text !== text.trim() && text.trim() !== '';
}
