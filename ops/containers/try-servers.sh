#!/bin/bash
# Starts MariaDB, its replica, PostgreSQL and Temporal's roles of this machine with the very files that the containers are given, by their names and ports, in
# a network, with mounts and processes of their own, which end with this one: unshare --mount --net --pid --fork --kill-child --mount-proc bash try-servers.sh
# <folder>. Tells `held: …` or `fault: …` line by line.
# In the environment: REPOSITORY, POSTGRESQL (its programs), TEMPORAL_SERVER, TEMPORAL_SQL, TEMPORAL_SCHEMA, TEMPORAL_CLI; <folder>/temporal.env is what the
# container of Temporal has in its environment.
set -u
work="$1"
infra="$REPOSITORY/infra"
pids=()
made=()
leave() {
  kill -9 "${pids[@]}" $(jobs -p) 2>/dev/null
  cd / && umount --lazy /dengke /etc/temporal 2>/dev/null
  [ ${#made[@]} = 0 ] || rmdir "${made[@]}"
}
trap leave EXIT

expect() {
  if "${@:2}" >>"$work/try.log" 2>&1; then echo "held: $1"; else echo "fault: $1"; fi
}
refuse() {
  if "${@:2}" >>"$work/try.log" 2>&1; then echo "fault: $1"; else echo "held: $1"; fi
}
# Within half a minute or so.
eventually() {
  for _ in $(seq 100); do
    "$@" >/dev/null 2>&1 && return 0
    sleep 0.3
  done
  return 1
}
# What the containers of one part find below /run/secrets.
given() {
  cp "$work/secrets/tls/authority.pem" /run/secrets/authority.pem
  cp "$work/secrets/tls/$1.pem" /run/secrets/certificate.pem
  cp "$work/secrets/tls/$1-key.pem" /run/secrets/key.pem
  chmod 644 /run/secrets/*.pem
}

ip link set lo up
mount -t tmpfs none /run
mkdir -p /run/secrets /run/mysqld /run/postgresql /run/dengke /run/temporal /run/bin /run/init
chmod 777 /run/postgresql
for folder in /dengke /etc/temporal; do [ -d "$folder" ] || { mkdir -p "$folder" && made+=("$folder"); }; done
mount --bind /run/dengke /dengke
mount --bind /run/temporal /etc/temporal
{
  echo '127.0.0.1 localhost'
  echo '127.0.0.2 mariadb'
  echo '127.0.0.3 mariadb-replica'
  echo '127.0.0.1 postgresql temporal temporal.store temporal-history.store temporal-matching.store temporal-worker.store elsewhere'
} >/run/hosts
mount --bind /run/hosts /etc/hosts
node "$infra/docker/create-secrets.mjs" "$work/secrets" >"$work/try.log"
cp "$work"/secrets/*_password "$work"/secrets/*_url "$work/secrets/mariadb_exporter" /run/secrets/
PATH="/run/bin:$PATH"

# MariaDB as its image starts it: with the files of conf.d, once for the scripts of initdb.d.
given mariadb
root="$(cat /run/secrets/mariadb_root_password)"
client="$(command -v mariadb)"
start_mariadb() {
  mariadbd --defaults-file="/run/mysqld/$1.cnf" >>"$work/$1.log" 2>&1 &
  pids+=($!)
  eventually mariadb-admin --no-defaults --user=root --socket="/run/mysqld/$1.sock" --password="$root" ping
}
init_mariadb() {
  printf '[mariadbd]\nuser=root\ndatadir=%s/%s\nsocket=/run/mysqld/%s.sock\nbind-address=%s\n' "$work" "$1" "$1" "$2" >"/run/mysqld/$1.cnf"
  cat "$infra/mariadb/house.cnf" "$infra/mariadb/$3.cnf" | sed 's/^innodb-buffer-pool-size = .*/innodb-buffer-pool-size = 64M/' >>"/run/mysqld/$1.cnf"
  mariadb-install-db --defaults-file="/run/mysqld/$1.cnf" --auth-root-authentication-method=normal --skip-test-db >>"$work/try.log" 2>&1
  mariadbd --defaults-file="/run/mysqld/$1.cnf" >>"$work/$1.log" 2>&1 &
  local first=$!
  eventually mariadb-admin --no-defaults --user=root --socket="/run/mysqld/$1.sock" ping
  mariadb --no-defaults --user=root --socket="/run/mysqld/$1.sock" --execute="SET SQL_LOG_BIN = 0; SET PASSWORD = PASSWORD('$root');
    CREATE USER root@'%' IDENTIFIED BY '$root'; GRANT ALL ON *.* TO root@'%' WITH GRANT OPTION;
    CREATE USER healthcheck@localhost IDENTIFIED BY 'asks'" >>"$work/try.log" 2>&1
  printf '#!/bin/sh\nexec %s --no-defaults --socket=/run/mysqld/%s.sock "$@"\n' "$client" "$1" >/run/init/mariadb
  chmod +x /run/init/mariadb
  PATH="/run/init:$PATH" expect "initdb.d of $1" bash "$infra/mariadb/$4"
  kill "$first" && wait "$first"
  start_mariadb "$1"
}
init_mariadb mariadb 127.0.0.1,127.0.0.2 primary primary/create-schemas.sh
init_mariadb mariadb-replica 127.0.0.3 replica replica/follow-primary.sh
query() { mariadb --no-defaults --user=root --password="$root" --host="$1" --ssl-ca=/run/secrets/authority.pem --ssl-verify-server-cert --batch --execute="$2"; }
follows() { query mariadb-replica 'SHOW SLAVE STATUS\G' | grep -c 'Slave_\(IO\|SQL\)_Running: Yes' | grep -qx 2; }
expect 'the replica follows by TLS' eventually follows
has_schema() { query mariadb-replica 'SHOW DATABASES' | grep -qx dengke_notifications; }
expect 'the replica has what the first has' eventually has_schema
semi() { query mariadb "SHOW STATUS LIKE 'Rpl_semi_sync_master_clients'" | grep -q '1$'; }
expect 'the first waits for the replica' eventually semi
refuse 'MariaDB takes nobody plainly' mariadb --no-defaults --user=root --password="$root" --host=mariadb --protocol=tcp --skip-ssl --execute='SELECT 1'
printf '[mariadb-client]\nuser=healthcheck\npassword=asks\nprotocol=tcp\n' >/run/mysqld/health.cnf
expect 'its health check' mariadb --defaults-extra-file=/run/mysqld/health.cnf --protocol=tcp --host=localhost \
  --ssl-ca=/run/secrets/authority.pem --ssl-verify-server-cert '--execute=SELECT 1'

# PostgreSQL by its own script, as an ordinary user.
given postgresql
cp "$infra"/postgresql/* /dengke/
chmod 755 "$work"
printf '#!/bin/sh\nshift\nexec %s/postgres -D %s/postgresql -k /run/postgresql "$@"\n' "$POSTGRESQL" "$work" >/run/bin/docker-entrypoint.sh
chmod 755 /run/bin /run/bin/docker-entrypoint.sh
install -d -o nobody "$work/postgresql"
as_nobody() { setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; }
as_nobody "$POSTGRESQL/initdb" -D "$work/postgresql" --username=temporal --pwfile=/run/secrets/temporal_database_password --auth=scram-sha-256 >>"$work/try.log" 2>&1
as_nobody env PATH="$PATH" sh /dengke/start.sh >"$work/postgresql.log" 2>&1 &
pids+=($!)
expect 'PostgreSQL starts' eventually "$POSTGRESQL/pg_isready" --host=/run/postgresql --quiet
PGPASSWORD="$(cat /run/secrets/temporal_database_password)"
export PGPASSWORD
psql() { "$POSTGRESQL/psql" "host=postgresql user=temporal dbname=postgres sslrootcert=/run/secrets/authority.pem sslmode=$1" --tuples-only --command='SELECT 1'; }
expect 'PostgreSQL is believed' psql verify-full
refuse 'PostgreSQL takes nobody plainly' psql disable

# Temporal: schema, roles apart, namespace.
cp "$infra"/temporal/*.sh "$infra"/temporal/*.yaml /dengke/
ln -s "$TEMPORAL_SCHEMA" /etc/temporal/schema
ln -s "$TEMPORAL_SQL" /run/bin/temporal-sql-tool
ln -s "$TEMPORAL_CLI" /run/bin/temporal
printf '#!/bin/sh\nexec %s start\n' "$TEMPORAL_SERVER" >/etc/temporal/entrypoint.sh
chmod +x /etc/temporal/entrypoint.sh
export POSTGRES_SEEDS=postgresql POSTGRES_USER=temporal
expect "Temporal's schema" env SQL_TLS=true SQL_TLS_CA_FILE=/run/secrets/authority.pem SQL_TLS_SERVER_NAME=postgresql sh /dengke/setup-schema.sh
given temporal
set -a
. "$work/temporal.env"
set +a
# All on one machine: fewer shards than it has for ever, and no port of metrics that all would want.
unset PROMETHEUS_ENDPOINT
export NUM_HISTORY_SHARDS=16
for role in frontend history matching worker; do
  name="temporal-$role.store"
  # Started again as a container is: a role that finds no other in time gives up.
  while :; do
    TEMPORAL_SERVICES="$role" sh /dengke/start-server.sh "${name/-frontend/}"
    sleep 1
  done >"$work/temporal-$role.log" 2>&1 &
done
expect "Temporal's namespace" env HOME="$work" TEMPORAL_ADDRESS=temporal:7233 TEMPORAL_TLS_SERVER_CA_CERT_PATH=/run/secrets/authority.pem \
  timeout 240 sh /dengke/setup-namespace.sh
health() { env HOME="$work" timeout 10 temporal operator cluster health --address "$1" "${@:2}"; }
expect 'Temporal is believed' health temporal:7233 --tls-ca-path /run/secrets/authority.pem
refuse 'Temporal is not believed by another name' health elsewhere:7233 --tls-ca-path /run/secrets/authority.pem
refuse 'Temporal takes nobody plainly' health temporal:7233
for port in 7234 7235 7239; do expect "a role listens at $port" eventually bash -c ": >/dev/tcp/127.0.0.1/$port"; done
membership() { openssl s_client -connect 127.0.0.1:6934 -CAfile /run/secrets/authority.pem -verify_return_error </dev/null; }
expect 'the roles find one another by TLS' membership
