import type { Check } from '../check';
import { agentFilterList } from './agent-filter-list';
import { attributeIgnored } from './attribute-ignored';
import { deprecated } from './deprecated';
import { elementGoneInWazuh5 } from './element-gone-in-wazuh-5';
import { elementIgnored } from './element-ignored';
import { emptySection } from './empty-section';
import { invalidAttribute } from './invalid-attribute';
import { invalidValue } from './invalid-value';
import { mailWithoutAlerts } from './mail-without-alerts';
import { mailWithoutRecipient } from './mail-without-recipient';
import { missingAttribute } from './missing-attribute';
import { missingElement } from './missing-element';
import { missingSection } from './missing-section';
import { noLongerUsed } from './no-longer-used';
import { noRoot } from './no-root';
import { optionsConflict } from './options-conflict';
import { remoteCommand } from './remote-command';
import { scheduleInterval } from './schedule-interval';
import { sectionNotReadHere } from './section-not-read-here';
import { sectionRepeated } from './section-repeated';
import { secureConnectionRepeated } from './secure-connection-repeated';
import { serverAddress } from './server-address';
import { showsAtRunTime } from './shows-at-run-time';
import { withSureFixes } from './sure-fixes';
import { unknownAttribute } from './unknown-attribute';
import { unknownElement } from './unknown-element';
import { unknownRoot } from './unknown-root';
import { unknownSection } from './unknown-section';
import { valueMisread } from './value-misread';
import { wodleName } from './wodle-name';

const checks: readonly Check[] = [
  unknownRoot,
  unknownSection,
  emptySection,
  missingSection,
  sectionNotReadHere,
  sectionRepeated,
  deprecated,
  noLongerUsed,
  unknownElement,
  elementIgnored,
  missingElement,
  invalidValue,
  valueMisread,
  scheduleInterval,
  remoteCommand,
  unknownAttribute,
  attributeIgnored,
  missingAttribute,
  invalidAttribute,
  optionsConflict,
  showsAtRunTime,
  wodleName,
  mailWithoutAlerts,
  mailWithoutRecipient,
  serverAddress,
  secureConnectionRepeated,
];

/** The checks of all sections, driven by the configuration reference. */
export const sectionChecks: readonly Check[] = [
  ...checks.map(withSureFixes),
  noRoot,
  agentFilterList,
  elementGoneInWazuh5,
];
