#!/bin/sh
# PORT INSTANT FOLDER, as the SDK starts an ephemeral server: the port, then our own two arguments.
# Small and single-threaded: one of these runs beside every spec file. It has nothing to say but its logger's complaints.
command -v java >/dev/null || { echo 'the time-skipping server needs a JDK 17 on PATH' >&2; exit 127; }
exec java -Xmx192m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$3/lib/*:$3/classes" SeasonServer "$1" "$2" >/dev/null 2>&1
