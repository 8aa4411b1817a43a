import { t } from '@vscode/l10n';
import { clusterdCheck } from './clusterd-check';

export const secondReaderCluster = clusterdCheck('cluster', {
  portable: false,
  title: 'Cluster section that the cluster daemon refuses',
  explanation:
    'The last `<cluster>` of a manager’s file counts. `port` must be a number and `disabled` yes or no; without ' +
    '`<disabled>` the cluster is enabled. An enabled one needs a `key` of exactly 32 letters, digits or underscores, ' +
    '`node_type` master or worker, a port between 1025 and 65534, and `nodes` with the address of the master, which is ' +
    'neither localhost nor 0.0.0.0. A `<haproxy_helper>` needs `<haproxy_disabled>`, its numbers have bounds, and https ' +
    'needs a certificate (check_cluster_config, framework/wazuh/core/cluster/cluster.py).',
  example: {
    bad: `<cluster>
  <node_type>master</node_type>
  ⟦<key>⟧secret</key>
  <nodes>
    <node>10.0.0.1</node>
  </nodes>
</cluster>`,
    good: `<cluster>
  <node_type>master</node_type>
  <key>c98b62a9b6169ac5f67dae55ae4a9088</key>
  <nodes>
    <node>10.0.0.1</node>
  </nodes>
</cluster>`,
  },
  advice: () => t('Correct it. A cluster without <disabled>yes</disabled> counts as enabled.'),
});
