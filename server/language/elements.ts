export { contentOf, contentParent, elementAt, elements } from '../../wazuh/os-xml';
