import fc from 'fast-check';
import { type Edit, edited } from './edits';
import { vectors } from './vectors';

const originals = [...vectors('cases'), ...vectors('config')]
  .map(({ text }) => text)
  .filter((text) => text.length < 6000);

/** What is XML to one reader and none to another. */
const fragments: readonly string[] = [
  ...['', '<', '>', '/', '</', '/>', '"', "'", '=', ' ', '\n', '\r\n', '\\', '&', '!', '-', '--', '\0', '\f'],
  ...[
    '\u00a0',
    'é',
    '😀',
    '\udce9',
    '1',
    ']]>',
    '\\<',
    '\\>',
    '&lt;',
    '&amp;',
    '&foo;',
    '<!--',
    '-->',
    '--->',
  ],
  ...['<!-->', '<!--->', '!>', '<![CDATA[', '<?xml?>', '<a>', '</a>', '<ab>', '</ab>', '<ab/>', '<ab / >'],
  ...['</ab >', '</ab/>', '</ab x="1">', '<1a>', '<ab\u00a0>', '<a b=c>', ' x="<"', ' x="1" x="2"'],
  ...['<x:ab>', '<ab:>', '<:ab>', ' a:b="1"', ' xmlns="u"', ' xmlns:x="u"', ' xml:lang="e"'],
  ...['</ossec_config>', '</root_tag>', '<root_tag>', '<constructor>', '<__proto__ __proto__="1"/>'],
];

const anEdit: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.constantFrom(0, 0, 0, 1, 2, 5, 40),
  inserted: fc.constantFrom(...fragments),
});

const damagedVector = fc
  .tuple(fc.constantFrom(...originals), fc.array(anEdit, { minLength: 1, maxLength: 3 }))
  .map(([original, edits]) => edits.reduce(edited, original));

const rubble = fc.array(fc.constantFrom(...fragments), { maxLength: 12 }).map((parts) => parts.join(''));

/** Vectors with a few edits that matter to readers of XML, and texts that are made of nothing else. */
export const damaged: fc.Arbitrary<string> = fc.oneof({ weight: 2, arbitrary: damagedVector }, rubble);
