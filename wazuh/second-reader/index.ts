export type { ClusterdFault, ClusterdFaultKind } from './clusterd-fault';
export { readAsClusterd } from './read-as-clusterd';
