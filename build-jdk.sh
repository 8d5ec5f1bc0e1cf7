# Sourced by ./build and ./lastbyte: sets JAVA_HOME to the JDK this project is built and run with,
# whatever "java" means on this machine. HOME may be unset: services, cron and containers have none.
wanted_jdk=25

jdk_is_wanted() { [ -r "$1/release" ] && [ -x "$1/bin/javac" ] && grep -q "^JAVA_VERSION=\"$wanted_jdk\b" "$1/release"; }

find_jdk() {
  local candidate
  for candidate in "${JAVA_HOME:-}" "${JAVA25_HOME:-}" /usr/lib/jvm/*"$wanted_jdk"* \
    /Library/Java/JavaVirtualMachines/*"$wanted_jdk"*/Contents/Home "${HOME:-}"/.sdkman/candidates/java/"$wanted_jdk"*; do
    if jdk_is_wanted "$candidate"; then
      export JAVA_HOME="$candidate"
      return 0
    fi
  done
  echo "$1: found no JDK $wanted_jdk. Install one, or point JAVA_HOME at it." >&2
  return 1
}

require_maven() {
  if ! command -v mvn >/dev/null; then
    echo "$1: found no Maven on the PATH. Install version 3.8.7 or newer." >&2
    return 1
  fi
}
