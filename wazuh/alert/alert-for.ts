import type { Catalog, MitreTechnique } from '../catalog';
import type { RuleSummary } from '../ruleset';
import type { Alert, Json } from './alert';
import { type RuleLookup, stockLookup } from './ancestors';
import { askedValues } from './asked-values';
import { cast, plausible } from './plausible';
import { tree } from './tree';
import { type Confidence, typicalFields } from './typical-fields';

/** An alert that was made up, and how sure it is that real ones carry its fields. */
export interface MadeAlert {
  readonly alert: Alert;
  readonly confidence: Confidence;
}

/**
 * An alert as analysisd could write it for a rule: its level, groups, techniques, and the fields that its alerts were
 * measured to carry, with made-up values. Always the same one for the same rule. Throws what the catalog throws.
 * @param rules where the rules are found on which a custom one builds
 */
export function alertFor(
  rule: RuleSummary,
  catalog: Catalog,
  rules: RuleLookup = stockLookup(catalog.stockRules),
): MadeAlert {
  const { paths, decoder, confidence } = typicalFields(rule, catalog, rules);
  const source = decoder ?? 'syslog';
  const asked = askedValues(rule, catalog, rules);
  const values = new Map([
    ...paths.map((path) => [path, plausible(path, source)] as const),
    ...Object.entries(asked),
  ]);
  return {
    confidence,
    alert: {
      timestamp: cast.time,
      rule: ruleOf(rule, catalog),
      agent: { id: '001', name: cast.host, ip: cast.victim },
      manager: { name: cast.manager },
      id: `1760433697.${rule.id}`,
      ...(hasLog(source) && { full_log: logLine(rule, source, values) }),
      decoder: { name: source },
      ...tree([...values]),
      location: locationOf(source),
    },
  };
}

/** The `rule` of an alert (Eventinfo_to_jsonstr, src/analysisd/format/to_json.c, 4.14.7). */
export function ruleOf(rule: RuleSummary, catalog: Catalog): Alert {
  const techniques = rule.mitre.flatMap((id) => catalog.mitre(id) ?? []);
  return {
    level: rule.level,
    description: rule.summary,
    id: String(rule.id),
    ...(techniques.length > 0 && { mitre: mitreOf(techniques) }),
    ...(rule.frequency !== undefined && { frequency: rule.frequency }),
    firedtimes: 1,
    mail: rule.level >= 12,
    groups: rule.groups,
    ...rule.compliance,
  };
}

function mitreOf(techniques: readonly MitreTechnique[]): Json {
  return {
    id: techniques.map((technique) => technique.id),
    tactic: [...new Set(techniques.map((technique) => technique.tactic))],
    technique: techniques.map((technique) => technique.name),
  };
}

/** File integrity writes its log line from the fields. */
function logLine({ summary }: RuleSummary, decoder: string, values: ReadonlyMap<string, string>): string {
  const path = values.get('syscheck.path');
  if (path === undefined || !decoder.startsWith('syscheck')) return `${summary} (log line made up)`;
  const kind = decoder.startsWith('syscheck_registry') ? 'Registry' : 'File';
  return `${kind} '${path}' ${values.get('syscheck.event')}\nMode: ${values.get('syscheck.mode')}\n`;
}

/** Events that arrive as fields have no log line. */
function hasLog(decoder: string): boolean {
  return decoder !== 'json' && decoder !== 'windows_eventchannel';
}

function locationOf(decoder: string): string {
  if (decoder === 'windows_eventchannel') return 'EventChannel';
  if (decoder.startsWith('syscheck')) return 'syscheck';
  if (decoder === 'rootcheck' || decoder === 'sca') return decoder;
  if (decoder.startsWith('web-accesslog')) return '/var/log/nginx/access.log';
  return decoder === 'json' ? '/var/log/app.json' : '/var/log/auth.log';
}
