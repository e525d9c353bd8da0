#!/bin/bash
# Run once by the MariaDB image on an empty data directory: one schema and one user per service, with the passwords that stand in the
# services' own addresses (mysql://user:password@mariadb:3306/schema). What the users may do is granted after the migrations, table by table.
set -eu
for service in accounts achievements notifications; do
  url="$(cat "/run/secrets/${service}_database_url")"
  password="$(printf '%s' "$url" | sed -E 's#^mysql://[^:]+:([^@]+)@.*$#\1#')"
  schema="dengke_${service}"
  mariadb --user=root --password="$(cat /run/secrets/mariadb_root_password)" <<SQL
CREATE DATABASE IF NOT EXISTS \`${schema}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
CREATE USER IF NOT EXISTS '${schema}'@'%' IDENTIFIED BY '${password}';
SQL
done

# What the exporter of metrics may see: how busy the server is, no row of anybody.
password="$(sed -n 's/^password=//p' /run/secrets/mariadb_exporter)"
mariadb --user=root --password="$(cat /run/secrets/mariadb_root_password)" <<SQL
CREATE USER IF NOT EXISTS 'exporter'@'%' IDENTIFIED BY '${password}' WITH MAX_USER_CONNECTIONS 3;
GRANT PROCESS, BINLOG MONITOR, SLAVE MONITOR ON *.* TO 'exporter'@'%';
SQL

# As whom a replica reads the log (docker-compose.scale.yml).
password="$(cat /run/secrets/mariadb_replica_password)"
mariadb --user=root --password="$(cat /run/secrets/mariadb_root_password)" <<SQL
CREATE USER IF NOT EXISTS 'dengke_replica'@'%' IDENTIFIED BY '${password}';
GRANT REPLICATION SLAVE, SLAVE MONITOR ON *.* TO 'dengke_replica'@'%';
SQL
