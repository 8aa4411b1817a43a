import { describe, expect, it } from 'vitest';
import { catalog } from './catalog';
import { sourceData, stockCatalog } from './for-tests';
import type { AttributeReference, ElementReference, SectionReference } from './reference';

/** A catalog, and the names of the files that it has read so far. */
function watched(): { facts: ReturnType<typeof catalog>; read: string[] } {
  const read: string[] = [];
  const facts = catalog((name) => {
    read.push(name);
    return sourceData(name);
  });
  return { facts, read };
}

describe('catalog', () => {
  it('reads nothing before it is asked, and each file once', () => {
    const { facts, read } = watched();
    expect(read).toEqual([]);
    facts.section('syscheck');
    facts.roots.at(0);
    facts.section('command');
    expect(read).toEqual(['ossec-conf.json']);
    facts.stockCommands.at(0);
    facts.mitre('T1110');
    facts.ruleFields(5712);
    facts.ruleNeeds(5712);
    facts.stockRules.at(0);
    facts.stockRules.at(1);
    expect(read).toEqual([
      'ossec-conf.json',
      'stock-commands.json',
      'mitre.json',
      'rule-fields.ndjson',
      'stock-rules.ndjson',
    ]);
  });

  it('names the file, and the line, that it cannot read', () => {
    const missing = catalog(() => {
      throw new Error('no such file');
    });
    expect(() => missing.mitre('T1110')).toThrow('catalog file mitre.json: cannot be read');
    const broken = catalog(() => '{"id":1}\n{"id":');
    expect(() => broken.stockRules).toThrow('catalog file stock-rules.ndjson, line 2: not JSON');
    expect(() => broken.stockCommands).toThrow('catalog file stock-commands.json: not JSON');
  });

  it.each([
    ['command', undefined, 'command'],
    ['active-response', undefined, 'active-response'],
    ['wodle', 'command', 'wodle:command'],
    ['wodle', 'aws-s3', 'wodle:aws-s3'],
    ['wodle', undefined, undefined],
    ['wodle', 'nosuch', undefined],
    ['nosuch', undefined, undefined],
    ['command', 'command', undefined],
  ])('section %s (name %s) is %s', (name, wodle, expected) => {
    expect(stockCatalog.section(name, wodle)?.section).toBe(expected);
  });

  it.each([
    ['syscheck', ['directories'], 'directories'],
    ['syscheck', ['synchronization', 'interval'], 'interval'],
    ['syscheck', ['nosuch'], undefined],
    ['syscheck', ['synchronization', 'nosuch'], undefined],
    ['syscheck', [], undefined],
    ['remote', ['PROTOCOL'], 'protocol'],
    ['active-response', ['LOCATION'], undefined],
  ])('element %s > %j is %s', (name, path, expected) => {
    const section = stockCatalog.section(name);
    expect(section && stockCatalog.element(section, path)?.name).toBe(expected);
  });

  it('knows every section once', () => {
    const names = stockCatalog.sections.map((section) => section.section);
    expect(names).toHaveLength(46);
    expect(new Set(names).size).toBe(46);
  });

  it('knows a technique, with its page', () => {
    expect(stockCatalog.mitre('T1110.001')).toEqual({
      id: 'T1110.001',
      name: 'Password Guessing',
      tactic: 'Credential Access',
      url: 'https://attack.mitre.org/techniques/T1110/001/',
    });
    expect(stockCatalog.mitre('T0000')).toBeUndefined();
  });

  it('knows the fields of rules that were observed', () => {
    expect(stockCatalog.ruleFields(5712)).toMatchObject({
      samples: 18,
      always: ['data.srcip'],
      sometimes: { 'data.srcuser': 14 },
      srcip: { ok: 18 },
    });
    expect(stockCatalog.ruleFields(401)).toBeUndefined();
    expect(stockCatalog.ruleNeeds(401)).toEqual(['data.type']);
    expect(stockCatalog.ruleNeeds(999_999)).toEqual([]);
    expect(stockCatalog.ruleValues(60_122)).toEqual({ 'data.win.system.eventID': '4625' });
    expect(stockCatalog.ruleValues(999_999)).toEqual({});
  });

  it('names every technique that a stock rule names', () => {
    const unknown = stockCatalog.stockRules.flatMap((rule) =>
      rule.mitre.filter((id) => !stockCatalog.mitre(id)),
    );
    expect(unknown).toEqual([]);
  });

  it('replaces old names only by names that are shipped', () => {
    const shipped = new Set(stockCatalog.shippedExecutables.map((file) => file.name));
    for (const { executable, replacement } of stockCatalog.legacyExecutables) {
      expect(shipped.has(executable)).toBe(false);
      if (replacement !== null) expect(shipped).toContain(replacement);
    }
    for (const command of stockCatalog.stockCommands) expect(shipped).toContain(command.executable);
  });
});

describe('the reference', () => {
  // One entry for each key of the types: the compiler keeps the tables complete, the test keeps the data inside them.
  const section = {
    section: 1,
    element: 1,
    wodleName: 1,
    formerNames: 1,
    doc: 1,
    url: 1,
    appliesTo: 1,
    os: 1,
    inAgentConf: 1,
    repeatable: 1,
    emptyAllowed: 1,
    multiplicity: 1,
    multipleRoots: 1,
    readBy: 1,
    sinceVersion: 1,
    removedIn: 1,
    changesIn5: 1,
    deprecated: 1,
    note: 1,
    notInStartUpTest: 1,
    requiredOn: 1,
    onMissingSection: 1,
    onUse: 1,
    onMisplaced: 1,
    onEmptySection: 1,
    onRepeated: 1,
    onInvalidSection: 1,
    checkedInAgentConf: 1,
    agentConfScopeSectionRefuses: 1,
    mergesBlocks: 1,
    onlyFirstChild: 1,
    requires: 1,
    attributes: 1,
    onUnknownChild: 1,
    onUnknownChildByRole: 1,
    children: 1,
  } satisfies Record<keyof SectionReference, 1>;
  const text = {
    name: 1,
    type: 1,
    values: 1,
    default: 1,
    required: 1,
    min: 1,
    max: 1,
    units: 1,
    unit: 1,
    minLength: 1,
    separator: 1,
    caseSensitive: 1,
    nameCaseSensitive: 1,
    os: 1,
    onInvalid: 1,
    onInvalidByRole: 1,
    onOutOfRange: 1,
    onBadUnit: 1,
    onAbove: 1,
    onBelow: 1,
    onMissing: 1,
    stopsReader: 1,
    reference: 1,
    requires: 1,
    note: 1,
    doc: 1,
  } as const;
  const attribute = {
    ...text,
    regexKind: 1,
    requiredIfAttributes: 1,
    mustBeFirst: 1,
    onNotFirst: 1,
    rejects: 1,
    ignoredWhenEmptyText: 1,
    unlessParent: 1,
  } satisfies Record<keyof AttributeReference, 1>;
  const element = {
    ...text,
    repeatable: 1,
    defaultStock: 1,
    recommendedMin: 1,
    recommendedMax: 1,
    allowedRange: 1,
    notNumbers: 1,
    parse: 1,
    signed: 1,
    defaultSeconds: 1,
    unitRequired: 1,
    match: 1,
    leadingBlanks: 1,
    pattern: 1,
    rejectPattern: 1,
    notValues: 1,
    emptyValue: 1,
    maxLength: 1,
    onTooLong: 1,
    onEmpty: 1,
    maxItems: 1,
    netmask: 1,
    kindAttribute: 1,
    existingFile: 1,
    secret: 1,
    appliesTo: 1,
    inAgentConf: 1,
    sinceVersion: 1,
    removedIn: 1,
    deprecated: 1,
    onUse: 1,
    onUseIn5: 1,
    builtWith: 1,
    conflictsWith: 1,
    ignoredWhen: 1,
    deferred: 1,
    firstInFileOnly: 1,
    onlyFirstNonEmpty: 1,
    order: 1,
    separateReader: 1,
    checkedOn: 1,
    leftToClusterd: 1,
    readOnlyOn: 1,
    valueIgnoredWhen: 1,
    valuesWhen: 1,
    skippedWhen: 1,
    attributesOnlyWithChildren: 1,
    legacyTextForm: 1,
    nameMatch: 1,
    attributes: 1,
    onUnknownAttribute: 1,
    children: 1,
    onUnknownChild: 1,
  } satisfies Record<keyof ElementReference, 1>;

  const stray = (where: string, value: object, known: object): readonly string[] =>
    Object.keys(value)
      .filter((key) => !Object.hasOwn(known, key))
      .map((key) => `${where}: ${key}`);

  const strayIn = (where: string, owner: SectionReference | ElementReference): readonly string[] => [
    ...(owner.attributes ?? []).flatMap((each) => stray(`${where}@${each.name}`, each, attribute)),
    ...(owner.children ?? []).flatMap((each) => [
      ...stray(`${where} > ${each.name}`, each, element),
      ...strayIn(`${where} > ${each.name}`, each),
    ]),
  ];

  it('has a type for every key of its data', () => {
    const found = stockCatalog.sections.flatMap((each) => [
      ...stray(each.section, each, section),
      ...strayIn(each.section, each),
    ]);
    expect(found).toEqual([]);
  });

  it('holds every element and attribute', () => {
    const count = (owner: SectionReference | ElementReference): { elements: number; attributes: number } =>
      (owner.children ?? []).reduce(
        (sum, child) => {
          const below = count(child);
          return {
            elements: sum.elements + 1 + below.elements,
            attributes: sum.attributes + below.attributes,
          };
        },
        { elements: 0, attributes: owner.attributes?.length ?? 0 },
      );
    const counts = stockCatalog.sections.map(count);
    expect(counts.reduce((sum, each) => sum + each.elements, 0)).toBe(647);
    expect(counts.reduce((sum, each) => sum + each.attributes, 0)).toBe(99);
  });
});
