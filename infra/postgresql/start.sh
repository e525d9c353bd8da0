#!/bin/sh
# PostgreSQL as the image starts it, by TLS alone (pg_hba.conf). It takes a key that only itself can read, and a mounted secret is not one.
set -eu
umask 077
cp /run/secrets/key.pem /var/run/postgresql/key.pem
exec docker-entrypoint.sh postgres \
  -c ssl=on -c ssl_min_protocol_version=TLSv1.2 \
  -c ssl_cert_file=/run/secrets/certificate.pem -c ssl_key_file=/var/run/postgresql/key.pem \
  -c hba_file=/dengke/pg_hba.conf -c max_connections=300
