#!/bin/sh
# Makes the namespace and the search attributes, each once. The attributes are those of libs/contract (a spec compares them).
set -eu
namespace="${TEMPORAL_NAMESPACE:-default}"
until temporal operator cluster health --address "$TEMPORAL_ADDRESS"; do sleep 2; done
temporal operator namespace describe --address "$TEMPORAL_ADDRESS" -n "$namespace" >/dev/null 2>&1 ||
  temporal operator namespace create --address "$TEMPORAL_ADDRESS" -n "$namespace" --retention "${RETENTION:-90d}"
# A new namespace is known to every role after some seconds.
until known="$(temporal operator search-attribute list --address "$TEMPORAL_ADDRESS" -n "$namespace")"; do sleep 2; done
for attribute in \
  Stage=Keyword \
  Organiser=Keyword \
  Area=Keyword \
  Window=Keyword \
  Category=Keyword \
  SubmissionState=Keyword \
  Round=Int \
  LastFact=Int \
  DueAt=Datetime; do
  name="${attribute%%=*}"
  if ! printf '%s\n' "$known" | grep -qw "$name"; then
    temporal operator search-attribute create --address "$TEMPORAL_ADDRESS" -n "$namespace" --name "$name" --type "${attribute#*=}"
  fi
done
