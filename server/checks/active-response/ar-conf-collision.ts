import { t } from '@vscode/l10n';
import { type ArLine, arLines } from '../../../wazuh/model';
import type { Check } from '../check';
import { readsResponses } from '../manager';
import { valuePlace } from '../places';

export const arConfCollision: Check = {
  code: 'ar-conf-collision',
  severity: 'warning',
  wazuh: null,
  silent:
    'The manager writes the lines one by one and never compares their names; execd takes two lines ' +
    'of one name for one response on two kinds of system.',
  title: 'Two responses of one name in ar.conf',
  explanation:
    'The manager makes the name of a response by putting the timeout behind the command’s name: `foo` with timeout 10 ' +
    'and `foo1` with timeout 0 are both `foo10`. The machine that runs it takes the first line of that name in ' +
    '`ar.conf` whose file it has, so one of the two runs the other’s program ' +
    '(src/config/active-response.c, GetCommandbyName in src/os_execd/exec.c).',
  since: '4.2',
  example: {
    bad: `<command>
  <name>block</name>
  <executable>block.py</executable>
  <timeout_allowed>yes</timeout_allowed>
</command>
<command>
  <name>block1</name>
  <executable>block-old.py</executable>
</command>
<active-response>
  <command>block</command>
  <location>local</location>
  <rules_id>5712</rules_id>
  <timeout>10</timeout>
</active-response>
<active-response>
  <command>⟦block1⟧</command>
  <location>local</location>
  <rules_id>5720</rules_id>
</active-response>`,
    good: `<command>
  <name>block</name>
  <executable>block.py</executable>
  <timeout_allowed>yes</timeout_allowed>
</command>
<command>
  <name>block-old</name>
  <executable>block-old.py</executable>
</command>
<active-response>
  <command>block</command>
  <location>local</location>
  <rules_id>5712</rules_id>
  <timeout>10</timeout>
</active-response>
<active-response>
  <command>block-old</command>
  <location>local</location>
  <rules_id>5720</rules_id>
</active-response>`,
  },
  *run(configuration, context) {
    if (!readsResponses(configuration, context)) return;
    const first = new Map<string, ArLine>();
    for (const line of arLines(configuration)) {
      const { name, executable, response } = line;
      const builtin = context.catalog.builtinResponses.find((one) => one.name === name);
      const earlier = first.get(name);
      if (!earlier) first.set(name, line);
      if (!response.command) continue;
      const span = valuePlace(response.command.element);
      if (earlier?.response.command && earlier.response.command.text !== response.command.text) {
        yield {
          span,
          message: t(
            'In ar.conf this response and one above are both called {0}: only one of their programs runs. Rename a command or change a timeout.',
            name,
          ),
          related: [
            { span: valuePlace(earlier.response.command.element), message: t('Called {0} too', name) },
          ],
        };
      } else if (builtin && executable !== undefined && !builtin.executables.includes(executable)) {
        yield {
          span,
          message: t(
            'Wazuh has a response called {0} of its own, which runs instead of this one. Rename the command.',
            name,
          ),
        };
      }
    }
  },
};
