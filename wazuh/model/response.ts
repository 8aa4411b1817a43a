import { lastChild, type Section, type Value } from './section';

/** An `<active-response>` section. Where a child is repeated the last one counts; one `disabled` yes disables. */
export interface ActiveResponse {
  readonly section: Section;
  readonly disabled: boolean;
  readonly command: Value | undefined;
  readonly location: Value | undefined;
  readonly agentId: Value | undefined;
  readonly level: Value | undefined;
  readonly rulesGroup: Value | undefined;
  readonly rulesId: Value | undefined;
  readonly timeout: Value | undefined;
  readonly repeatedOffenders: Value | undefined;
}

/** A response as read from its section. */
export function response(section: Section): ActiveResponse {
  return {
    section,
    disabled: section.children.some((child) => child.name === 'disabled' && child.text === 'yes'),
    command: lastChild(section, 'command'),
    location: lastChild(section, 'location'),
    agentId: lastChild(section, 'agent_id'),
    level: lastChild(section, 'level'),
    rulesGroup: lastChild(section, 'rules_group'),
    rulesId: lastChild(section, 'rules_id'),
    timeout: lastChild(section, 'timeout'),
    repeatedOffenders: lastChild(section, 'repeated_offenders'),
  };
}
