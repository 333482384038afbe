# The lab's commands. Variables go before or after: `PROFILE=lte make lab-up`, `make wan PROFILE=cut`.
.DEFAULT_GOAL := help
.PHONY: help images doctor lab-up lab-status profiles wan calibrate logs capture open-loop metrics lab-down scenario bench test soak attacks fuzz sbom checksums reproducible exercise try solutions walk check lint format tour bundle load rehearse
MAKEFLAGS += --no-print-directory

# As it was typed: make would take a dollar sign in it for a variable of its own.
define as-typed
ifneq ($$(value $(1)),)
override $(1) := $$(value $(1))
export $(1)
endif
endef
$(foreach name,GREETING SEND EXPECT,$(eval $(call as-typed,$(name))))

help: ## list these commands
	@scripts/lib/help.sh $(firstword $(MAKEFILE_LIST))

images: ## make the images be there: pull them, or build them from packages
	@scripts/images/images.sh

doctor: ## check Docker, ports, subnets, tools; say what to do about each
	@scripts/lab/doctor.sh

lab-up: ## bring the lab up, wait until every client has been greeted, print the table
	@scripts/lab/lab-up.sh

lab-status: ## the table again; JSON=1 for programs (make -s lab-status JSON=1)
	@scripts/lab/lab-status.sh

profiles: ## list the links by name, and what a greeting takes over each; PROFILE=lte shows its sources; JSON=1
	@scripts/lab/profiles.sh

wan: ## show the WAN's link, or change it: PROFILE=lte, cut, heal; DOWN=200ms~20ms UP=40ms RATE=2mbit; FAULT=reset
	@scripts/lab/wan.sh

calibrate: ## measure what the links do against what was asked: all profiles, or PROFILE=lte, or DOWN=20ms; JSON=1
	@scripts/lab/calibrate.sh

logs: ## follow the clients, near and far; JSON=1 for programs (make -s logs JSON=1)
	@scripts/lab/logs.sh

# Not by its own name, which has a meaning of its own to some shells.
capture: export CAPTURE_SECONDS = $(SECONDS)
capture: ## write pcap files near and far for Wireshark, and print an exchange packet by packet; SECONDS=10
	@scripts/lab/capture.sh

open-loop: export OPEN_LOOP_SECONDS = $(SECONDS)
open-loop: ## an open-loop load from one container: CLIENTS=10000 SECONDS=10 RATE=500 RAMP=2s NET=wan; JSON=1 for programs (make -s open-loop JSON=1)
	@scripts/lab/open-loop.sh

metrics: ## the lab's figures for Prometheus (make -s metrics); a Prometheus of its own: METRICS=1 make lab-up
	@scripts/lab/metrics.sh

lab-down: ## remove everything that lab-up made
	@scripts/lab/lab-down.sh

tour: ## the lab explains itself in three minutes: near, far, slow, cut, healed; AUTO=1 waits for no key
	@scripts/lab/tour.sh

scenario: ## run and judge a scenario file or a folder: FILE=scenarios/cut-and-heal.yaml; CONTROL=1 without its cause; CHECK=1 only reads
	@scripts/lab/scenario.sh

bundle: ## write all that a room without Internet needs into one file: FILE=nearfar-bundle.tar
	@scripts/release/bundle.sh

load: ## check a bundle and load its images, without a network: what is unpacked here, CHANGED=1 if you changed it, or FILE=nearfar-bundle.tar
	@scripts/release/load.sh

bench: ## measure ours beside its peers (C, Netty, nginx, the engine, Toxiproxy) and write docs/internals/bench.md; QUICK=1 ROUNDS=3 ONLY=rate
	@scripts/test/bench.sh

test: ## run all tests: of each module, and the network scenarios in containers
	@scripts/test/test.sh

soak: ## make test again and again: N=20 times, with a table of what was not green
	@scripts/test/soak.sh

fuzz: export FUZZ_SECONDS = $(SECONDS)
fuzz: ## look for input that is not refused as it should be: SECONDS=60 on each reader; FUZZ=Scenario for one
	@scripts/test/fuzz.sh

sbom: ## list what Nearfar is made of, with licences and checksums: target/sbom.json, CycloneDX
	@scripts/release/dependencies.sh sbom

checksums: ## hold every library that Maven has brought against scripts/release/checksums.sha256; WRITE=1 after a change of versions
	@scripts/release/dependencies.sh checksums

reproducible: ## build the jars twice, in two folders, and compare them byte by byte
	@scripts/release/dependencies.sh reproducible

attacks: ## attack a lab of its own, then break the engine, the disk and the machine beneath one; see how clients fare
	@scripts/test/attacks.sh

exercise: ## hand out an exercise of the workshop to the folder mine, or MINE=folder: LESSON=4
	@scripts/workshop/exercise.sh

rehearse: ## a room without Internet: make a bundle, load it in an engine that has no network, and use it there
	@scripts/release/rehearse.sh

try: ## run what you have made of an exercise against the lab that is up, and show what it prints: LESSON=4 NET=wan
	@scripts/workshop/try.sh

walk: ## go through all lessons of the workshop, and compare what each command says with what its page shows
	@scripts/workshop/walk.sh

solutions: ## try the checks of the exercises with all solutions that are known, right and wrong; a table of what they said
	@scripts/workshop/solutions.sh

check: ## check an exercise of the workshop: LESSON=4, IN=python SEED=42
	@scripts/workshop/check-exercise.sh

lint: ## run the quick static checks: format, compiler, Javadoc, shell
	@scripts/test/lint.sh

format: ## format the Java sources
	@scripts/mvn -q spotless:apply
