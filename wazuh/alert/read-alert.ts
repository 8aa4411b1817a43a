import { t } from '@vscode/l10n';
import { type Alert, isObject, type Json } from './alert';
import { field } from './field';

/** An alert out of a text, or why there is none. */
export type ReadAlert =
  | { readonly kind: 'alert'; readonly alert: Alert }
  | { readonly kind: 'problem'; readonly reason: string };

/** Where texts that people have at hand keep the alert: execd's message, a hit of the indexer, the alert itself. */
const wrappers: readonly string[] = ['parameters.alert', '_source'];

/**
 * Reads an alert from JSON: a line of alerts.json, a document copied from the dashboard, or the message that execd
 * sends to a script. What has no `rule` is no alert.
 */
export function readAlert(text: string): ReadAlert {
  let value: Json;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (text.trim() === '')
      return problem(t('It is empty. Copy an alert out of alerts.json or the dashboard.'));
    const [words = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return problem(
      t('This is not JSON: {0}. Copy a whole line of alerts.json, or a document of the dashboard.', words),
    );
  }
  if (!isObject(value)) return problem(t('An alert is a JSON object.'));
  const whole = value;
  const wrapped = wrappers.map((path) => field(whole, path)).find(isObject);
  const alert = wrapped ?? whole;
  if (!isObject(alert.rule)) return problem(t('An alert has a "rule"; this object has none.'));
  return { kind: 'alert', alert };
}

function problem(reason: string): ReadAlert {
  return { kind: 'problem', reason };
}
