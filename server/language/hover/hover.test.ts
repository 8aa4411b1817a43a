import { describe, expect, it } from 'vitest';
import { customRule, testContext, testText } from '../../testing/context';
import type { LanguageContext } from '../context';
import { hover } from './index';

const manager = (text: string) => `<ossec_config>\n${text}\n</ossec_config>\n`;
const response = (text: string) => manager(`<active-response>${text}</active-response>`);
const command = (text: string) => manager(`<command>${text}</command>`);

const context: LanguageContext = testContext({
  customRules: [
    customRule(100100),
    customRule(100101, { level: 0 }),
    customRule(100102, { noActiveResponse: true }),
  ],
  scripts: [
    { name: 'block-ip.sh', uri: 'file:///workspace/active-response/bin/block-ip.sh', executable: false },
  ],
  workspaceCommands: [
    {
      name: 'elsewhere',
      executable: 'x.py',
      location: {
        uri: 'file:///workspace/commands.conf',
        range: { start: { line: 6, character: 0 }, end: { line: 6, character: 1 } },
      },
    },
  ],
});

/** `⟦…⟧` is what the hover is about; its text holds all of `says`. */
const cases: readonly (readonly [title: string, marked: string, says: readonly string[]])[] = [
  ['a root', '<⟦ossec_con$0fig⟧></ossec_config>', ['etc/ossec.conf']],
  [
    'a section',
    manager('<⟦active-res$0ponse⟧></active-response>'),
    ['Counts in: manager, agent', '](https://documentation.wazuh.com/'],
  ],
  ['a section by its closing tag', manager('<global></⟦glob$0al⟧>'), ['`<global>`']],
  ['a wodle', manager('<⟦wo$0dle⟧ name="docker-listener"></wodle>'), ['`<wodle name="docker-listener">`']],
  ['a section that 5.0 drops', manager('<⟦com$0mand⟧></command>'), ['Gone in Wazuh 5.0']],
  [
    'an option',
    response('<⟦time$0out⟧>600</timeout>'),
    ['Seconds until the undo run', 'at least 1', 'in seconds', 'passes without a message'],
  ],
  [
    'an option with words',
    response('<⟦loca$0tion⟧>local</location>'),
    ['Required', '`local` – on the agent', '(1302)'],
  ],
  [
    'an option with a default',
    command('<⟦timeout_$0allowed⟧>yes</timeout_allowed>'),
    ['Default: `no`', '(1235)'],
  ],
  ['a deprecated option', command('<⟦exp$0ect⟧>srcip</expect>'), ['Deprecated since Wazuh 4.2']],
  [
    'an attribute',
    manager('<syscheck><directories ⟦check_$0all="yes"⟧>/etc</directories></syscheck>'),
    ['`check_all`', '`yes`'],
  ],
  ['an attribute of agent.conf', '<agent_config ⟦o$0s="Linux"⟧></agent_config>', ['OS string']],

  [
    'a rule',
    response('<rules_id>⟦57$012⟧</rules_id>'),
    [
      '**Rule 5712** · level 10',
      '`sshd`',
      '[T1110 Brute Force](https://attack.mitre.org/techniques/T1110/) (Credential Access)',
      'Builds on: `5710`',
      'PCI DSS: ',
      '0095-sshd_rules.xml',
    ],
  ],
  ['a rule in a list', response('<rules_id>5710, ⟦57$012⟧,5763</rules_id>'), ['**Rule 5712**']],
  [
    'a rule of level 0',
    response('<rules_id>⟦57$000⟧</rules_id>'),
    ['Never starts an active response: its level is 0'],
  ],
  [
    'a custom rule',
    response('<rules_id>⟦100$0100⟧</rules_id>'),
    ['Door opened at night', '[local\\_rules.xml, line 3](file:///workspace/rules/local_rules.xml#L3)'],
  ],
  ['a custom rule of level 0', response('<rules_id>⟦100$0101⟧</rules_id>'), ['its level is 0']],
  ['a rule with no_ar', response('<rules_id>⟦100$0102⟧</rules_id>'), ['no_ar']],
  ['a rule that is not there', response('<rules_id>⟦99$0999⟧</rules_id>'), ['No rule 99999']],
  [
    'a rule elsewhere',
    manager('<email_alerts><rule_id>⟦57$012⟧</rule_id></email_alerts>'),
    ['**Rule 5712**'],
  ],
  [
    'a group',
    response('<rules_group>sysmon,|⟦ss$0hd,⟧</rules_group>'),
    ['Group `sshd,`', '77 rules', '- `57', 'more'],
  ],
  ['a level', response('<level>⟦1$05⟧</level>'), ['rules have level 15 or above', '- `']],
  ['level 0', response('<level>⟦$00⟧</level>'), ['matches no rule']],

  [
    'a command',
    manager(
      '<command><name>x</name><executable>host-deny</executable><timeout_allowed>yes</timeout_allowed></command><active-response><command>⟦$0x⟧</command></active-response>',
    ),
    [
      'Runs: `host-deny`',
      'May be undone',
      'data.srcip',
      '[Defined in line 2](file:///workspace/ossec.conf#L2)',
    ],
  ],
  [
    'a command that is not undone',
    manager(
      '<command><name>x</name><executable>y</executable></command><active-response><command>⟦$0x⟧</command></active-response>',
    ),
    ['Is never undone'],
  ],
  [
    'a stock command',
    response('<command>⟦firewall-dr$0op⟧</command>'),
    ['Not defined in this file', 'Stock command `firewall-drop`'],
  ],
  [
    'a command of another file',
    response('<command>⟦else$0where⟧</command>'),
    ['[Defined in another file of the workspace](file:///workspace/commands.conf#L7)'],
  ],
  ['a command of nobody', response('<command>⟦no$0such⟧</command>'), ['No stock command is called `nosuch`']],
  [
    'a shipped executable',
    command('<executable>⟦disable-acc$0ount⟧</executable>'),
    ['Ships with Wazuh for Unix and macOS', 'data.dstuser'],
  ],
  [
    'an executable of the workspace',
    command('<executable>⟦block$0-ip.sh⟧</executable>'),
    ['[In this workspace](file:///workspace/active-response/bin/block-ip.sh)', 'does not let it be run'],
  ],
  [
    'an executable from before 4.2',
    command('<executable>⟦host-deny$0.sh⟧</executable>'),
    ['From before Wazuh 4.2', 'host\\-deny'],
  ],
  [
    'an unknown executable',
    command('<executable>⟦$0x.py⟧</executable>'),
    ['Neither shipped by Wazuh nor found'],
  ],

  ['a word', response('<location>⟦loc$0al⟧</location>'), ['`local` – on the agent that produced the event']],
  ['another spelling of a word', response('<location>⟦A$0NY⟧</location>'), ['`ANY` – on every agent']],
  ['seconds', response('<timeout>⟦6$000⟧</timeout>'), ['**600 seconds = 10 minutes**']],
  [
    'seconds with a letter',
    response('<timeout>⟦1$00m⟧</timeout>'),
    ['Wazuh reads 10 seconds and leaves out the rest'],
  ],
  ['seconds below 0', response('<timeout>⟦-$05⟧</timeout>'), ['undoing comes at once']],
  [
    'a length with its unit',
    manager('<global><agents_disconnection_time>⟦90$0m⟧</agents_disconnection_time></global>'),
    ['**90m = 1 hour 30 minutes**'],
  ],
  [
    'repeated offenders',
    manager(
      '<client></client><active-response><repeated_offenders>⟦30,$060,120,0,7⟧</repeated_offenders></active-response>',
    ),
    ['offence 2: 30 minutes', 'offence 4 and later: 2 hours'],
  ],

  ['nothing in an unknown section', manager('<nosu$0ch></nosuch>'), []],
  ['nothing in a comment', manager('<!-- <glo$0bal> -->'), []],
  ['nothing between sections', manager(' $0 '), []],
  ['nothing in an empty value', response('<rules_id>$0</rules_id>'), []],
];

describe('hover', () => {
  it.each(cases)('%s', (_, marked, says) => {
    const { document, cursor, ranges } = testText(marked);
    const found = hover(document, cursor, context);
    if (says.length === 0) {
      expect(found).toBeNull();
      return;
    }
    expect(found?.range).toEqual(ranges[0] && document.range(ranges[0]));
    for (const part of says) expect(found?.contents).toMatchObject({ value: expect.stringContaining(part) });
  });
});
