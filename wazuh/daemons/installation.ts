import type { Installation } from '../catalog';
import type { Role } from '../model';

/** Whose daemons read a file: agent.conf is an agent's, though `verify-agent-conf` checks it on the manager. */
export function installation(role: Role): Installation {
  return role === 'manager' ? 'manager' : 'agent';
}
