import { expect, it } from 'vitest';
import { type Alert, isObject, type Json } from '../alert';
import { json } from './data';
import { sourceData, stockCatalog } from './for-tests';

/** The few words of JSON Schema that the alert's schema uses. */
interface Schema {
  readonly type: string;
  readonly description: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
}

const schema = json<Schema>(sourceData, 'alert.schema.json');

/** What of a value does not fit its schema: a path and a word. */
function misfits(value: Json, wanted: Schema, path: string): readonly string[] {
  if (typeName(value, wanted) !== wanted.type) return [`${path}: no ${wanted.type}`];
  if (isObject(value)) return misfitsOfObject(value, wanted, path);
  if (Array.isArray(value))
    return value.flatMap((each) => (wanted.items ? misfits(each, wanted.items, `${path}[]`) : []));
  if (typeof value === 'string') {
    const fits = new RegExp(wanted.pattern ?? '').test(value) && (wanted.enum?.includes(value) ?? true);
    return fits ? [] : [`${path}: ${value}`];
  }
  if (typeof value === 'number') {
    return value < (wanted.minimum ?? value) || value > (wanted.maximum ?? value)
      ? [`${path}: ${value}`]
      : [];
  }
  return [];
}

function misfitsOfObject(value: Alert, { properties, required }: Schema, path: string): readonly string[] {
  return [
    ...(required ?? []).filter((key) => !Object.hasOwn(value, key)).map((key) => `${path}.${key}: missing`),
    ...Object.entries(value).flatMap(([key, each]) => {
      const wanted = properties?.[key];
      return wanted ? misfits(each, wanted, `${path}.${key}`) : [];
    }),
  ];
}

function typeName(value: Json, wanted: Schema): string {
  if (Array.isArray(value)) return 'array';
  return wanted.type === 'integer' && Number.isInteger(value) ? 'integer' : typeof value;
}

it.each(stockCatalog.sampleAlerts())('sample $name fits the schema', ({ alert }) => {
  expect(misfits(alert, schema, '')).toEqual([]);
  const top = Object.keys(alert).filter((key) => !schema.properties?.[key]);
  expect(top).toEqual([]);
});

it.each<[string, Alert, string]>([
  ['no rule', {}, '.rule: missing'],
  ['a number for an id', { rule: { id: 5712, level: 10 } }, '.rule.id: no string'],
  ['level 0', { rule: { id: '1', level: 0 } }, '.rule.level: 0'],
  ['another event', { rule: { id: '1', level: 1 }, syscheck: { event: 'gone' } }, '.syscheck.event: gone'],
])('%s does not fit', (_, alert, expected) => {
  expect(misfits(alert, schema, '')).toContain(expected);
});

it('explains everything it names', () => {
  const silent = (each: Schema, path: string): readonly string[] => [
    ...(each.description ? [] : [path]),
    ...Object.entries(each.properties ?? {}).flatMap(([key, below]) => silent(below, `${path}.${key}`)),
  ];
  expect(silent(schema, '')).toEqual([]);
});
