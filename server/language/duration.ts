export { inWords, secondsOf } from '../../wazuh/duration';
