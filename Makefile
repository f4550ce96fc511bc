# Every command anyone needs. `make` alone prints them.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help demo run test check fuzz soak bench golden spec lint fmt dist clean jdk packages

VERSION := 0.1.0
NAME := tldops-robot-$(VERSION)
# Debian packages whose programs `make check` uses.
CHECK_PACKAGES := debootstrap dovecot-imapd gpg gpg-agent groff-base libsasl2-modules openssl mutt postfix procps s-nail strace swaks systemd unzip
SOURCES := $(shell find robot mailets templates config src/build -type f 2>/dev/null) pom.xml
TEST_SOURCES := $(shell find src/test -type f 2>/dev/null)

# Quiet but for errors and for what the tests have to say.
QUIET := mvn -B -ntp -Dorg.slf4j.simpleLogger.defaultLogLevel=warn -Dorg.slf4j.simpleLogger.log.org.apache.maven.plugin.surefire=info
# That two compilations share one artifact is told as a warning; what javac warns of is for `make lint`.
MVN = $(QUIET) -Dorg.slf4j.simpleLogger.log.org.apache.maven.plugin.compiler=$(COMPILER_LOG)
COMPILER_LOG = error
JAVA = $$(bin/jdk)/bin/java

help: ## Print this list
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | while IFS=$$'\t' read -r name what; do printf '  make %-8s %s\n' "$$name" "$$what"; done

demo: target/built ## Build, start the daemon on its embedded defaults and play the main job before your eyes
	@bin/tldops demo

run: target/built ## Build and run the daemon with config/tldops.conf as it stands
	@bin/tldops run

test: jdk ## Run the tests
	@$(MVN) test

check: jdk packages dist ## Run the tests and the long ones (kill -9, disk, real clients) that need CHECK_PACKAGES
	@$(MVN) test
	@$(MVN) test -Dtags=check -Dexcluded.tags=

fuzz: target/tested ## Fuzz whatever reads a stranger's bytes, 10 minutes each, and print what was found (TIME=30s for less, TARGET=mail for one)
	@$(QUIET) dependency:build-classpath -DincludeScope=test -Dmdep.outputFile=target/test-classpath >/dev/null
	@$(JAVA) -cp target/test-classes:target/classes:"$$(cat target/test-classpath)" tldops.fuzz.Fuzz $(if $(TIME),time=$(TIME)) $(if $(TARGET),target=$(TARGET))

soak: target/tested ## Play a week of operation with all its troubles in less than ten minutes and count (DAYS=1 for less, SEED=n)
	@unshare --map-root-user --mount true || { echo "make soak needs a small disk of its own, so \`unshare --map-root-user --mount\` must work here" >&2; exit 1; }
	@$(JAVA) -XX:+UseSerialGC -Xmx700m -Dsoak.java="$$(sh bin/flags daemon)" -Dlogback.configurationFile=src/test/java/tldops/check/logback-child.xml -cp target/test-classes:target/classes:"$$(ls target/lib/*.jar | tr '\n' ':')" tldops.soak.Soak $(if $(DAYS),days=$(DAYS)) $(if $(SEED),seed=$(SEED))

bench: target/tested packages ## Print how fast it is: start, one mail alone, help, who, whole flows, copies of a post and reminders a second, and an import (ARGS="400 help" for less)
	@bin/aot make
	@$(JAVA) -XX:+UseSerialGC -Xmx1g -Dbench.java="$$(sh bin/flags daemon)" -Dlogback.configurationFile=src/test/java/tldops/check/logback-child.xml -cp target/test-classes:target/classes:"$$(ls target/lib/*.jar | tr '\n' ':')" tldops.bench.Bench $(ARGS)

golden: jdk ## Rewrite the expected letters of the conversations; review the diff
	@$(MVN) test -Dgolden=rewrite
	@git --no-pager diff --stat -- src/test

spec: target/tested ## Print where each number of the spec is shown, and what is not shown yet (JSON=1 for JSON)
	@$(JAVA) -XX:TieredStopAtLevel=1 -cp target/test-classes:target/classes:"$$(ls target/lib/*.jar | tr '\n' ':')" tldops.spec.SpecLister $(if $(JSON),--json)

lint: COMPILER_LOG = warn
lint: jdk ## Error Prone, NullAway and the formatter's check, all clean
	@rm -rf target/lint && mkdir -p target
	@$(MVN) -Plint -Dout=$(CURDIR)/target/lint compile | sed "/Overwriting artifact/d" | tee target/lint.log
	@if grep -q '\.java:' target/lint.log; then echo "make lint: mend the warnings above" >&2; exit 1; fi
	@$(MVN) spotless:check

fmt: jdk ## Format all Java sources
	@$(MVN) spotless:apply

dist: target/built ## Pack an archive and a Debian package into target/, the same bytes each time
	@src/build/pack archive $(VERSION)
	@src/build/pack deb $(VERSION)

clean: ## Remove everything that was built (never data/)
	@rm -rf target

# ---- not for typing

jdk:
	@bin/jdk javac >/dev/null

packages:
	@missing=; for package in $(CHECK_PACKAGES); do dpkg-query -W -f '$${db:Status-Status}' "$$package" 2>/dev/null | grep -qx installed || missing="$$missing $$package"; done; \
	if [ -n "$$missing" ]; then echo "make check needs Debian packages that are not here; install them with: sudo apt install$$missing" >&2; exit 1; fi

# The jar and its libraries; made again only when a source is newer.
target/built: $(SOURCES)
	@bin/jdk javac >/dev/null
	@rm -rf target/aot
	@$(MVN) -DskipTests -Dmaven.test.skip=true -Dcommit="$$(git rev-parse --short=12 HEAD 2>/dev/null || echo unknown)" package
	@touch $@

target/tested: target/built $(TEST_SOURCES)
	@$(MVN) test-compile
	@touch $@
