import type { Check } from '../check';
import { agentIdIgnored } from './agent-id-ignored';
import { agentIdList } from './agent-id-list';
import { agentIdMissing } from './agent-id-missing';
import { agentIdZero } from './agent-id-zero';
import { alertFieldMissing } from './alert-field-missing';
import { arConfCollision } from './ar-conf-collision';
import { blocksDestination } from './blocks-destination';
import { caVerificationOnManager } from './ca-verification-on-manager';
import { caVerificationValue } from './ca-verification-value';
import { commandDefinedBelow } from './command-defined-below';
import { commandNotDefined } from './command-not-defined';
import { disabledOnlyBlock } from './disabled-only-block';
import { disabledSilencesResponses } from './disabled-silences-responses';
import { disabledStopsExecd } from './disabled-stops-execd';
import { disabledValue } from './disabled-value';
import { emptyBlock } from './empty-block';
import { levelAndGroup } from './level-and-group';
import { levelOutOfReach } from './level-out-of-reach';
import { levelValue } from './level-value';
import { locationByAccident } from './location-by-accident';
import { locationCombined } from './location-combined';
import { locationInvalid } from './location-invalid';
import { noEffectInAgentConf } from './no-effect-in-agent-conf';
import { noEffectOnAgent } from './no-effect-on-agent';
import { noTrigger } from './no-trigger';
import { repeatedChild } from './repeated-child';
import { repeatedOffendersElsewhere } from './repeated-offenders-elsewhere';
import { repeatedOffendersList } from './repeated-offenders-list';
import { repeatedOffendersPermanent } from './repeated-offenders-permanent';
import { repeatedOffendersSecond } from './repeated-offenders-second';
import { responseIncomplete } from './response-incomplete';
import { responseLoop } from './response-loop';
import { responseRepeated } from './response-repeated';
import { responseUnknownChild } from './response-unknown-child';
import { ruleNeverResponds } from './rule-never-responds';
import { ruleUnknown } from './rule-unknown';
import { rulesGroupNoMatch } from './rules-group-no-match';
import { rulesGroupSubstring } from './rules-group-substring';
import { rulesIdIgnored } from './rules-id-ignored';
import { surroundingBlanks } from './surrounding-blanks';
import { timeoutNotAllowed } from './timeout-not-allowed';
import { timeoutNumber } from './timeout-number';
import { tooManyResponses } from './too-many-responses';
import { whiteListEverything } from './white-list-everything';
import { whiteListNegated } from './white-list-negated';
import { whiteListNeverMatches } from './white-list-never-matches';
import { whiteListNotAsked } from './white-list-not-asked';
import { whiteListSubstring } from './white-list-substring';

/** The checks of `<active-response>`, and those that look at commands and responses together. */
export const activeResponseChecks: readonly Check[] = [
  emptyBlock,
  responseUnknownChild,
  caVerificationOnManager,
  caVerificationValue,
  repeatedChild,
  surroundingBlanks,
  responseIncomplete,
  disabledOnlyBlock,
  commandNotDefined,
  commandDefinedBelow,
  locationInvalid,
  locationByAccident,
  locationCombined,
  agentIdMissing,
  agentIdZero,
  agentIdList,
  agentIdIgnored,
  levelValue,
  levelOutOfReach,
  levelAndGroup,
  timeoutNotAllowed,
  timeoutNumber,
  disabledValue,
  disabledSilencesResponses,
  disabledStopsExecd,
  noTrigger,
  rulesIdIgnored,
  ruleUnknown,
  ruleNeverResponds,
  rulesGroupSubstring,
  rulesGroupNoMatch,
  alertFieldMissing,
  blocksDestination,
  responseLoop,
  responseRepeated,
  arConfCollision,
  tooManyResponses,
  repeatedOffendersList,
  repeatedOffendersSecond,
  repeatedOffendersElsewhere,
  repeatedOffendersPermanent,
  whiteListEverything,
  whiteListNegated,
  whiteListNeverMatches,
  whiteListSubstring,
  whiteListNotAsked,
  noEffectOnAgent,
  noEffectInAgentConf,
];
