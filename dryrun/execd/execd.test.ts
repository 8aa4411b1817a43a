import { describe, expect, it } from 'vitest';
import { arCommands } from './ar-conf';
import { answer, type Execd, expire, receive, type Settings, shutdown, started } from './execd';
import { offenderMinutes } from './offenders';

/** What a probe script prints as its first line; undefined for one that ends without a line. */
type Probe = (address: string) => string | undefined;

const asks = (keys: readonly unknown[], command = 'check_keys') =>
  JSON.stringify({
    version: 1,
    origin: { name: 'probe', module: 'active-response' },
    command,
    parameters: { keys },
  });

const probes: Readonly<Record<string, Probe>> = {
  keys: (address) => `${asks([address])}\n`,
  silent: () => undefined,
  garbage: () => 'hello world\n',
  nonl: (address) => asks([address]),
  emptyline: () => '\n',
  wrongcmd: (address) => `${asks([address], 'other')}\n`,
  nokeys: () => `${asks([])}\n`,
  intkeys: (address) => `${asks([1, true, address, null])}\n`,
  toolong: () => `${asks(['k'.repeat(5000)])}\n`,
};

const line = (command: string, program: string, address: string) =>
  `{"version":1,"origin":{"name":"node01","module":"wazuh-execd"},"command":"${command}","parameters":{"extra_args":[],` +
  `"alert":{"rule":{"level":5,"id":"5710"},"data":{"srcip":"${address}"}},"program":"active-response/bin/${program}"}}`;

const order = (command: string, address: string) =>
  `{"version":1,"origin":{"name":"node01","module":"wazuh-analysisd"},"command":"${command}",` +
  `"parameters":{"extra_args":[],"alert":{"rule":{"level":5,"id":"5710"},"data":{"srcip":"${address}"}}}}`;

/** `second name address` sends a message, `second` lets the clock tick, `stop` shuts execd down. */
interface Case {
  readonly title: string;
  readonly offenders?: string;
  readonly events: readonly string[];
  /** Per line that a script gets: `second command program address`. */
  readonly expected: readonly string[];
}

const configuration = [
  ...Object.keys(probes).flatMap((name) =>
    [0, 2, 600].map((seconds) => `${name}${seconds} - ${name} - ${seconds}`),
  ),
  'neg - keys - -5',
  'minutes - keys - 10m',
].join('\n');

const cases: readonly Case[] = [
  {
    title: 'a shutdown undoes what is pending',
    events: ['0 keys600 1.2.3.4', 'stop'],
    expected: ['0 add keys 1.2.3.4', '0 continue keys 1.2.3.4', '0 delete keys 1.2.3.4'],
  },
  {
    title: 'a timeout ends when more than its seconds have passed',
    events: ['0 keys2 1.2.3.4', '2', '3'],
    expected: ['0 add keys 1.2.3.4', '0 continue keys 1.2.3.4', '3 delete keys 1.2.3.4'],
  },
  {
    title: 'the same key is aborted, another goes on',
    events: ['0 keys600 1.2.3.4', '1 keys600 1.2.3.4', '1 keys600 9.9.9.9', 'stop'],
    expected: [
      '0 add keys 1.2.3.4',
      '0 continue keys 1.2.3.4',
      '1 add keys 1.2.3.4',
      '1 abort keys 1.2.3.4',
      '1 add keys 9.9.9.9',
      '1 continue keys 9.9.9.9',
      '1 delete keys 1.2.3.4',
      '1 delete keys 9.9.9.9',
    ],
  },
  {
    title:
      'the key is of the executable, whatever the name; an abort renews the clock and replaces the timeout',
    events: ['0 keys600 1.2.3.4', '100 keys2 1.2.3.4', '102', '103'],
    expected: [
      '0 add keys 1.2.3.4',
      '0 continue keys 1.2.3.4',
      '100 add keys 1.2.3.4',
      '100 abort keys 1.2.3.4',
      '103 delete keys 1.2.3.4',
    ],
  },
  {
    title: 'timeout 0: continue every time, nothing to undo',
    events: ['0 keys0 1.2.3.4', '1 keys0 1.2.3.4', 'stop'],
    expected: [
      '0 add keys 1.2.3.4',
      '0 continue keys 1.2.3.4',
      '1 add keys 1.2.3.4',
      '1 continue keys 1.2.3.4',
    ],
  },
  {
    title: 'a script that prints nothing is never undone',
    events: ['0 silent600 1.2.3.4', '9999', 'stop'],
    expected: ['0 add silent 1.2.3.4'],
  },
  {
    title: 'garbage counts as an answer, with the name as key: another address is aborted',
    events: ['0 garbage600 1.2.3.4', '1 garbage600 8.8.8.8', 'stop'],
    expected: [
      '0 add garbage 1.2.3.4',
      '0 continue garbage 1.2.3.4',
      '1 add garbage 8.8.8.8',
      '1 abort garbage 8.8.8.8',
      '1 delete garbage 1.2.3.4',
    ],
  },
  ...['nonl', 'emptyline', 'wrongcmd', 'intkeys', 'toolong'].map((name) => ({
    title: `${name}: answered and undone`,
    events: [`0 ${name}600 1.2.3.4`, 'stop'],
    expected: [`0 add ${name} 1.2.3.4`, `0 continue ${name} 1.2.3.4`, `0 delete ${name} 1.2.3.4`],
  })),
  {
    title: 'empty keys: one lock for the whole script',
    events: ['0 nokeys600 1.2.3.4', '1 nokeys600 7.7.7.7'],
    expected: [
      '0 add nokeys 1.2.3.4',
      '0 continue nokeys 1.2.3.4',
      '1 add nokeys 7.7.7.7',
      '1 abort nokeys 7.7.7.7',
    ],
  },
  {
    title: 'repeated offenders: first the timeout, then the minutes in turn, the last again and again',
    offenders: '1,5,10',
    events: ['0 keys600 1.2.3.4', '601', '700 keys600 1.2.3.4', '761', '800 keys600 1.2.3.4', '1100', '1101'],
    expected: [
      '0 add keys 1.2.3.4',
      '0 continue keys 1.2.3.4',
      '601 delete keys 1.2.3.4',
      '700 add keys 1.2.3.4',
      '700 continue keys 1.2.3.4',
      '761 delete keys 1.2.3.4',
      '800 add keys 1.2.3.4',
      '800 continue keys 1.2.3.4',
      '1101 delete keys 1.2.3.4',
    ],
  },
  {
    title: 'repeated offenders are not asked for timeout 0',
    offenders: '1',
    events: ['0 keys0 1.2.3.4', '1 keys0 1.2.3.4', 'stop'],
    expected: [
      '0 add keys 1.2.3.4',
      '0 continue keys 1.2.3.4',
      '1 add keys 1.2.3.4',
      '1 continue keys 1.2.3.4',
    ],
  },
  {
    title: 'a negative timeout is undone at once',
    events: ['0 neg 5.5.5.5', '0'],
    expected: ['0 add keys 5.5.5.5', '0 continue keys 5.5.5.5', '0 delete keys 5.5.5.5'],
  },
  {
    title: 'a timeout is read as far as its digits go',
    events: ['0 minutes 5.5.5.5', '10', '11'],
    expected: ['0 add keys 5.5.5.5', '0 continue keys 5.5.5.5', '11 delete keys 5.5.5.5'],
  },
  {
    title: '! names a file, which is never undone',
    events: ['0 !keys 1.2.3.4', '9999', 'stop'],
    expected: ['0 add keys 1.2.3.4', '0 continue keys 1.2.3.4'],
  },
];

describe('a conversation with execd', () => {
  for (const { title, offenders, events, expected } of cases) {
    it(title, () => {
      const settings: Settings = {
        version: '4.14',
        commands: arCommands(configuration, () => true),
        present: () => true,
        offenders: offenderMinutes(offenders ?? ''),
      };
      expect(converse(events, settings)).toEqual(
        expected.map((entry) => {
          const [second = '', command = '', program = '', address = ''] = entry.split(' ');
          return `${second} ${line(command, program, address)}`;
        }),
      );
    });
  }
});

/** Every line that a script gets, with the second at which it gets it. */
function converse(events: readonly string[], settings: Settings): readonly string[] {
  const heard: string[] = [];
  let execd: Execd = started;
  let now = 0;
  for (const event of events) {
    if (event === 'stop') {
      const over = shutdown(execd);
      heard.push(...over.due.map(({ message }) => `${now} ${message}`));
      execd = over.execd;
      continue;
    }
    const [second, name, address = ''] = event.split(' ');
    now = Number(second);
    const tick = expire(execd, now);
    heard.push(...tick.due.map(({ message }) => `${now} ${message}`));
    execd = tick.execd;
    if (name === undefined) continue;
    const received = receive(order(name, address), settings);
    if (received.kind !== 'run') throw new Error(`${event}: ${received.kind}`);
    heard.push(`${now} ${received.run.line}`);
    const said = probes[received.run.program.slice('active-response/bin/'.length)]?.(address);
    if (said === undefined) continue;
    const answered = answer(execd, received.run, said, now, settings);
    heard.push(`${now} ${answered.line}`);
    execd = answered.execd;
  }
  return heard;
}

const one: Settings = {
  version: '4.14',
  commands: arCommands('keys0 - keys - 0\ngone - gone - 0', (program) => !program.endsWith('gone')),
  present: () => true,
  offenders: [],
};

/** A message, and the line that the script gets, or what else becomes of it. */
const shapes: readonly (readonly [message: string, expected: string])[] = [
  ['not json', '1315'],
  ['{}', '1316'],
  ['{"command":5}', '1316'],
  ['[1]', '1316'],
  ['{"command":"KEYS0"}', '1311'],
  ['{"command":"!../bin/keys"}', '1311'],
  [`{"command":"!${'a'.repeat(400)}"}`, '1311'],
  [`{"command":"keys0","x":"${'A'.repeat(70_000)}"}`, '1315'],
  [`{"command":"keys0","x":"${'A'.repeat(60_000)}"}`, `{"command":"add","x":"${'A'.repeat(60_000)}"}`],
  ['{"command":"gone"}', 'passed over'],
  ['{"command":"restart-wazuh"}', 'restart'],
  ['{"command":"restart-wazuh0"}', '1311'],
  ['{"command":"keys0"}', '{"command":"add"}'],
  [
    '{"command":"!sub/keys","parameters":{}}',
    '{"command":"add","parameters":{"program":"active-response/bin/sub/keys"}}',
  ],
  [
    '{"version":1,"origin":null,"command":"keys0","parameters":null}',
    '{"version":1,"origin":null,"command":"add","parameters":null}',
  ],
  [
    '{"Version":1,"ORIGIN":{"Module":"x"},"COMMAND":"keys0","Parameters":{}}',
    '{"Version":1,"ORIGIN":{"module":"wazuh-execd"},"command":"add","Parameters":{"program":"active-response/bin/keys"}}',
  ],
  [
    String.raw`  {"command" : "keys0" , "parameters" : { "n":1.0,"e":1e3,"big":12345678901234567890,"f":0.1,"neg":-0,"u":"\u00e9\u20ac\ud83d\ude00/\/\u0001\t","raw":"é€😀" } } trailing garbage`,
    String.raw`{"command":"add","parameters":{"n":1,"e":1000,"big":1.2345678901234567e+19,"f":0.1,"neg":-0,"u":"é€😀//\u0001\t","raw":"é€😀","program":"active-response/bin/keys"}}`,
  ],
  [
    String.raw`{"command":"keys0","parameters":{"z":"a\u0000b"}}`,
    '{"command":"add","parameters":{"z":"a","program":"active-response/bin/keys"}}',
  ],
  ['{"command":"keys0","parameters":[]}', '{"command":"add","parameters":["active-response/bin/keys"]}'],
  [
    '{"command":"keys0","command":"nokeys0","parameters":{}}',
    '{"command":"add","command":"nokeys0","parameters":{"program":"active-response/bin/keys"}}',
  ],
  [
    '{"version":1,"origin":{"name":"n","module":"m"},"command":"keys0","parameters":{"program":"evil","extra_args":[]}}',
    '{"version":1,"origin":{"name":"n","module":"wazuh-execd"},"command":"add","parameters":{"program":"evil","extra_args":[],"program":"active-response/bin/keys"}}',
  ],
];

describe('a message of any shape', () => {
  for (const [message, expected] of shapes) {
    it(message.slice(0, 80), () => {
      const received = receive(message, one);
      const said =
        received.kind === 'run'
          ? received.run.line
          : received.kind === 'refused'
            ? received.number
            : received.kind;
      expect(said).toBe(expected);
    });
  }
});

describe('Wazuh 5', () => {
  const settings: Settings = {
    version: '5.0',
    commands: [],
    present: (program) => !program.endsWith('gone'),
    offenders: [],
  };
  const channel = (more: string) =>
    `{"source":{"ip":"1.2.3.4"},"wazuh":{"active_response":{"executable":${more}}}}`;

  it('enables, asks for keys, and disables, with the command at the end of the document', () => {
    const received = receive(channel('"block","type":"stateful","stateful_timeout":60'), settings);
    if (received.kind !== 'run') throw new Error(received.kind);
    const { run } = received;
    const document = channel('"block","type":"stateful","stateful_timeout":60').slice(0, -1);
    expect(run.line).toBe(`${document},"command":"enable"}`);
    // 5.0 takes keys without version and origin.
    const answered = answer(
      started,
      run,
      '{"command":"check_keys","parameters":{"keys":["1.2.3.4"]}}',
      0,
      settings,
    );
    expect(answered).toMatchObject({
      key: 'block-1.2.3.4',
      word: 'continue',
      line: `${document},"command":"continue"}`,
    });
    expect(expire(answered.execd, 61).due.map(({ message }) => message)).toEqual([
      `${document},"command":"disable"}`,
    ]);
  });

  const refused: readonly (readonly [string, string])[] = [
    ['{"wazuh":{}}', '1316'],
    [channel('""'), '1316'],
    [channel('"../x"'), '1311'],
    [channel('"gone"'), '1311'],
  ];
  for (const [message, number] of refused) {
    it(`refuses ${message}`, () => expect(receive(message, settings)).toEqual({ kind: 'refused', number }));
  }
});
