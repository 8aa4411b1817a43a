import { type Alert, field } from '../../wazuh/alert';
import type { Reach } from './reach';

/** What a script reaches out for: to know something, to tell somebody, or to have something done. */
export type Purpose = 'asks' | 'tells' | 'orders';

/** Words of those who pass on what they are told: chats, mail, desks where tickets and cases are kept, stores of logs. */
const tellers =
  /slack|discord|telegram|office\.com|msteams|webex|mattermost|rocket\.?chat|googlechat|chat\.googleapis|pagerduty|opsgenie|twilio|pushover|ntfy|gotify|mailgun|sendgrid|thehive|jira|servicenow|zendesk|freshdesk|elastic|opensearch|splunk|graylog|loki|sentry|shuffle|n8n|zapier|\b(?:web)?hooks?\b|\b(?:message|notification|alert|event|incident|case|ticket|issue|log|mail|email|sms|chat|comment|report|itop|glpi)s?\b|notif(?:y|ies)|sendMessage|_bulk\b|_doc\b/i;

/** Words of those who act on what they are told. */
const doers =
  /block|\bban\b|unban|\bdeny\b|drop|firewall|filter|\bacl\b|access.?(?:rule|list)|\baddress|alias|\bpolicy|policies|quarantine|isolat|contain(?:ment)?\b|disable|lock(?:out)?\b|suspend|revoke|blacklist|blocklist|denylist|security.?group|\brules?\b/i;

/** Last part of the path of a request that hands data over only to get an answer, as one to let the script in. */
const questions =
  /(?:^|[/._-])(?:auth\w*|login|log_?in|signin|session|sessions|tokens?|oauth2?|search|_search|query|lookup|check|graphql)$/i;

/** Last part of the path, or a parameter, of a GET that does something. */
const doings =
  /(?:^|[/._=-])(?:send\w*|post|notify|push|publish|trigger|block\w*|unblock\w*|ban|unban|add\w*|create\w*|delete\w*|remove\w*|disable\w*|isolate\w*)$/i;

/** What commands on other machines do, where they only show something. */
const shows =
  /^\s*(?:\S*\/)?(?:show|display|get|list|cat|ls|id|uptime|hostname|whoami|true|echo|uname|ping)\b|\b(?:print|show|status|list|-L|-S)\s*(?:\||$)|-T\s*(?:show|test)\b/;

/** What a script reaches out for, as its words tell. */
export function purpose({ verb, to, body }: Reach, alert: Alert): Purpose {
  switch (verb) {
    case 'connect':
    case 'fetch':
      return 'asks';
    case 'mail':
    case 'scp':
    case 'sftp':
      return 'tells';
    case 'ssh':
      return body.trim() === '' || shows.test(body) ? 'asks' : 'orders';
    case 'aws':
    case 'az':
    case 'gcloud':
    case 'gsutil':
    case 'doctl':
      return ofCloud(to, body);
    case 'send':
      return body === '' ? 'asks' : 'tells';
    default:
      return ofRequest(verb, to, body, alert);
  }
}

/** What a service of a cloud is to do: to say something, to pass something on, or else to do something. */
function ofCloud(service: string, words: string): Purpose {
  if (/^(?:configure|auth|login|account|sts|version|config)$/.test(service)) return 'asks';
  if (/(?:^|[\s-])(?:describe|list|get|show|ls|lookup|wait|head)\b/.test(words)) return 'asks';
  const tells =
    /^(?:sns|ses|sesv2|logs|s3|storage|monitor)$/.test(service) ||
    /\b(?:publish|send-\w+|cp|put-log-events)\b/.test(words);
  return tells ? 'tells' : 'orders';
}

function ofRequest(method: string, to: string, body: string, alert: Alert): Purpose {
  const [address = '', query = ''] = to.split('?', 2);
  const path = address.replace(/^\w+:\/\/[^/]*/, '').replace(/\/+$/, '');
  if (/^(?:GET|HEAD|OPTIONS)$/.test(method)) {
    const acts = [path, ...query.split('&')].some((part) => doings.test(part));
    if (!acts) return 'asks';
  } else if (questions.test(path)) return 'asks';
  if (tellers.test(address)) return 'tells';
  if (doers.test(path) || doers.test(keysOf(body))) return 'orders';
  // Who is to act need not be told what happened.
  return tellsOfEvent(`${query}${body}`, alert) ? 'tells' : 'orders';
}

/** The names in a body: of members of JSON, of parameters. */
function keysOf(body: string): string {
  return [...body.matchAll(/"([\w.-]+)"\s*:|(?:^|&)([\w.-]+)=/g)]
    .map(([, member, parameter]) => member ?? parameter)
    .join(' ');
}

/** Whether a text tells of the event itself: what rule it was, how grave, what was in the log. */
function tellsOfEvent(text: string, alert: Alert): boolean {
  const description = field(alert, 'rule.description');
  const log = field(alert, 'full_log');
  const said = [description, log].some(
    (value) => typeof value === 'string' && value.length > 8 && text.includes(value.slice(0, 40)),
  );
  return (
    said ||
    /"(?:rule(?:_?id)?|level|severity|description|full_log|agent|text|content|message|title|subject)"\s*:/i.test(
      text,
    )
  );
}
