#!/bin/bash
# Run once by the MariaDB image on an empty data directory: from its next start on it follows the first MariaDB, from the first line of its log.
set -eu
mariadb --user=root --password="$(cat /run/secrets/mariadb_root_password)" <<SQL
CHANGE MASTER TO MASTER_HOST = 'mariadb', MASTER_PORT = 3306,
  MASTER_USER = 'dengke_replica', MASTER_PASSWORD = '$(cat /run/secrets/mariadb_replica_password)',
  MASTER_SSL = 1, MASTER_SSL_CA = '/run/secrets/authority.pem', MASTER_SSL_VERIFY_SERVER_CERT = 1,
  MASTER_USE_GTID = slave_pos, MASTER_CONNECT_RETRY = 1;
SQL
