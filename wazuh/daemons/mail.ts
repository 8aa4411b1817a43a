import type { Reaction } from '../catalog';
import type { Configuration } from '../model';
import { about, childrenOf, named, refused } from './file';
import type { Remark } from './remark';

/** What the daemons of a manager say about mail and alerts, which several sections decide together. */
export function mailRemarks(configuration: Configuration): readonly Remark[] {
  if (configuration.role !== 'manager') return [];
  return [
    ...mailDaemon(configuration),
    ...recipients(configuration),
    ...reports(configuration),
    ...alertFormats(configuration),
  ];
}

/**
 * With mail on, maild refuses to start when the file of alerts that it reads is not written. Its own default for
 * `jsonout_output` is no, unlike analysisd's (src/config/global-config.c and src/os_maild/config.c, 4.14.7).
 */
function mailDaemon(configuration: Configuration): readonly Remark[] {
  const all = childrenOf(configuration, 'global');
  const last = (name: string) => all.findLast((element) => element.name === name);
  const on = last('email_notification');
  if (on?.text !== 'yes') return [];
  const source = last('email_log_source')?.text;
  const json = last('jsonout_output')?.text === 'yes';
  const log = last('alerts_log')?.text !== 'no';
  const missing =
    !json && !log
      ? 'all'
      : source === 'alerts.log'
        ? log
          ? undefined
          : 'alerts.log'
        : json
          ? undefined
          : 'alerts.json';
  return missing ? [about('relation', on, ['global', 'email_notification'], refused, missing)] : [];
}

/** A mail alert needs a recipient in its block or in a `<global>` before it (src/config/email-alerts-config.c, 4.14.7). */
function recipients(configuration: Configuration): readonly Remark[] {
  let known = false;
  return configuration.sections.flatMap(({ name, element, children }): readonly Remark[] => {
    const here = children.some((child) => child.name === 'email_to');
    if (name === 'global' && here) known = true;
    if (name !== 'email_alerts' || children.length === 0 || here || known) return [];
    return [about('relation', element, [name], { ...refused, messageId: '1264' }, 'no recipient')];
  });
}

/** monitord sends no report without a mail server and a sender (src/monitord/main.c, 4.14.7). */
function reports(configuration: Configuration): readonly Remark[] {
  const [report] = named(configuration, 'reports').filter(({ children }) => children.length > 0);
  const all = childrenOf(configuration, 'global');
  const has = (wanted: string) => all.some(({ name }) => name === wanted);
  if (!report || (has('smtp_server') && has('email_from'))) return [];
  return [about('relation', report.element, ['reports'], noServer, noServer.effect)];
}

const noServer = {
  reaction: 'error',
  scope: 'section',
  says: "SMTP server or 'email from' missing. Disabling email reports.",
  effect: 'reports need smtp_server and email_from in a <global>',
} as const satisfies Reaction;

/** analysisd warns where it writes no alerts at all (src/analysisd/analysisd.c, 4.14.7). */
function alertFormats(configuration: Configuration): readonly Remark[] {
  const all = childrenOf(configuration, 'global');
  const last = (name: string) => all.findLast((element) => element.name === name);
  const json = last('jsonout_output');
  if (json?.text !== 'no' || last('alerts_log')?.text !== 'no') return [];
  return [about('relation', json, ['global', 'jsonout_output'], noAlerts, noAlerts.effect)];
}

const noAlerts = {
  reaction: 'warning',
  scope: 'daemon',
  says: "All alert formats are disabled. Mail reporting, Syslog client and Integrator won't work properly.",
  effect: 'no alert is written anywhere, so nothing can be made of them',
} as const satisfies Reaction;
