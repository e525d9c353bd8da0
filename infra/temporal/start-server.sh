#!/bin/sh
# The server with its password, which it reads from the environment only. The roles are told to find this one at its address in the network
# of the store, where all of them are: $1 is its name there.
set -eu
POSTGRES_PWD="$(cat /run/secrets/temporal_database_password)"
TEMPORAL_BROADCAST_ADDRESS="$(getent hosts "$1" | awk '{ print $1; exit }')"
export POSTGRES_PWD TEMPORAL_BROADCAST_ADDRESS
exec /etc/temporal/entrypoint.sh
