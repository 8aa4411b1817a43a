import { type Groups, groupNames, parseGroups } from '../ruleset/groups';
import type { RuleSummary } from '../ruleset/rule';
import { type CatalogData, jsonLines } from './data';

/** A line of `data/stock-rules.ndjson`: a rule of Wazuh 4.14.7, with a summary in our own words. */
interface Line {
  readonly id: number;
  readonly level: number;
  readonly summary: string;
  readonly file: string;
  readonly group: string;
  readonly ifSid?: readonly number[];
  readonly ifMatchedSid?: readonly number[];
  readonly ifGroup?: string;
  readonly ifMatchedGroup?: string;
  readonly mitre?: readonly string[];
  readonly decodedAs?: string;
  readonly frequency?: number;
  readonly timeframe?: number;
  readonly noAlert?: boolean;
  readonly noLog?: boolean;
}

/** The 4,512 rules of a stock installation, by id. No stock rule carries the option `no_ar`. */
export function stockRules(data: CatalogData): readonly RuleSummary[] {
  // Four in five rules share their group string with another one.
  const known = new Map<string, Groups>();
  return jsonLines<Line>(data, 'stock-rules.ndjson').map((line) => {
    const groups = known.get(line.group) ?? parseGroups(line.group);
    known.set(line.group, groups);
    return summary(line, groups);
  });
}

function summary(line: Line, groups: Groups): RuleSummary {
  return {
    id: line.id,
    level: line.level,
    summary: line.summary,
    file: line.file,
    groupText: line.group,
    ...groups,
    mitre: line.mitre ?? [],
    parents: [...(line.ifSid ?? []), ...(line.ifMatchedSid ?? [])],
    parentGroups: groupNames([line.ifGroup ?? '', line.ifMatchedGroup ?? '']),
    noActiveResponse: false,
    noAlert: line.noAlert ?? false,
    noLog: line.noLog ?? false,
    ...(line.decodedAs !== undefined && { decodedAs: line.decodedAs }),
    ...(line.frequency !== undefined && { frequency: line.frequency }),
    ...(line.timeframe !== undefined && { timeframe: line.timeframe }),
  };
}
