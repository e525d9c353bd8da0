#!/bin/sh
# Brings Temporal's two PostgreSQL databases to the schema of this version; may be repeated (an upgrade runs it again).
set -eu
SQL_PASSWORD="$(cat /run/secrets/temporal_database_password)"
export SQL_PASSWORD
schemas=/etc/temporal/schema/postgresql/v12
for database in temporal temporal_visibility; do
  case "$database" in
    temporal) versions="$schemas/temporal/versioned" ;;
    *) versions="$schemas/visibility/versioned" ;;
  esac
  tool="temporal-sql-tool --plugin postgres12 --ep $POSTGRES_SEEDS -p 5432 -u $POSTGRES_USER --db $database"
  # Both answer with an error once it has been done.
  $tool create || true
  $tool setup-schema -v 0.0 || true
  $tool update-schema -d "$versions"
done
