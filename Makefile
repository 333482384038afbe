# The lab's commands. Variables go before or after: `PROFILE=lte make lab-up`, `make wan PROFILE=cut`.
.DEFAULT_GOAL := help
.PHONY: help images doctor lab-up lab-status profiles wan calibrate logs capture crowd metrics lab-down scenario bench test soak attacks fuzz sbom checksums reproducible exercise try solutions walk check format tour bundle load rehearse
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
	@scripts/help.sh $(firstword $(MAKEFILE_LIST))

images: ## make the images be there: pull them, or build them from packages
	@scripts/images.sh

doctor: ## check Docker, ports, subnets, tools; say what to do about each
	@scripts/doctor.sh

lab-up: ## bring the lab up, wait until every client has been greeted, print the table
	@scripts/lab-up.sh

lab-status: ## the table again; JSON=1 for programs (make -s lab-status JSON=1)
	@scripts/lab-status.sh

profiles: ## list the links by name, and what a greeting takes over each; PROFILE=lte shows its sources; JSON=1
	@scripts/profiles.sh

wan: ## show the WAN's link, or change it: PROFILE=lte, cut, heal; DOWN=200ms~20ms UP=40ms RATE=2mbit; FAULT=reset
	@scripts/wan.sh

calibrate: ## measure what the links do against what was asked: all profiles, or PROFILE=lte, or DOWN=20ms; JSON=1
	@scripts/calibrate.sh

logs: ## follow the clients, near and far; JSON=1 for programs (make -s logs JSON=1)
	@scripts/logs.sh

# Not by its own name, which has a meaning of its own to some shells.
capture: export CAPTURE_SECONDS = $(SECONDS)
capture: ## write pcap files near and far for Wireshark, and print an exchange packet by packet; SECONDS=10
	@scripts/capture.sh

crowd: export CROWD_SECONDS = $(SECONDS)
crowd: ## many clients from one container: CLIENTS=10000 SECONDS=10 RATE=500 RAMP=2s NET=wan; JSON=1 for programs (make -s crowd JSON=1)
	@scripts/crowd.sh

metrics: ## the lab's figures for Prometheus (make -s metrics); a Prometheus of its own: METRICS=1 make lab-up
	@scripts/metrics.sh

lab-down: ## remove everything that lab-up made
	@scripts/lab-down.sh

tour: ## the lab explains itself in three minutes: near, far, slow, cut, healed; AUTO=1 waits for no key
	@scripts/tour.sh

scenario: ## run and judge a scenario file or a folder: FILE=scenarios/cut-and-heal.yaml; TWIN=1 without its cause; CHECK=1 only reads
	@scripts/scenario.sh

bundle: ## write all that a room without Internet needs into one file: FILE=nearfar-bundle.tar
	@scripts/bundle.sh

load: ## check a bundle and load its images, without a network: what is unpacked here, CHANGED=1 if you changed it, or FILE=nearfar-bundle.tar
	@scripts/load.sh

bench: ## measure ours beside its peers (C, Netty, nginx, the engine, Toxiproxy) and write docs/bench.md; QUICK=1 ROUNDS=3 ONLY=rate
	@scripts/bench.sh

test: ## run all tests: of each module, and the network scenarios in containers
	@scripts/test.sh

soak: ## make test again and again: N=20 times, with a table of what was not green
	@scripts/soak.sh

fuzz: export FUZZ_SECONDS = $(SECONDS)
fuzz: ## look for input that is not refused as it should be: SECONDS=60 on each reader; FUZZ=Scenario for one
	@scripts/fuzz.sh

sbom: ## list what Nearfar is made of, with licences and checksums: target/sbom.json, CycloneDX
	@scripts/dependencies.sh sbom

checksums: ## hold every library that Maven has brought against checksums.sha256; WRITE=1 after a change of versions
	@scripts/dependencies.sh checksums

reproducible: ## build the jars twice, in two folders, and compare them byte by byte
	@scripts/dependencies.sh reproducible

attacks: ## attack a lab of its own, then break the engine, the disk and the machine beneath one; see how clients fare
	@scripts/attacks.sh

exercise: ## hand out an exercise of the workshop to the folder mine, or MINE=folder: LESSON=4
	@scripts/exercise.sh

rehearse: ## a room without Internet: make a bundle, load it in an engine that has no network, and use it there
	@scripts/rehearse.sh

try: ## run what you have made of an exercise against the lab that is up, and show what it prints: LESSON=4 NET=wan
	@scripts/try.sh

walk: ## go through all lessons of the workshop, and compare what each command says with what its page shows
	@scripts/walk.sh

solutions: ## try the checks of the exercises with all solutions that are known, right and wrong; a table of what they said
	@scripts/solutions.sh

check: ## LESSON=4 checks an exercise, IN=python SEED=42; without it the quick static checks: format, compiler, Javadoc, shell
	@scripts/check$(if $(LESSON),-exercise).sh

format: ## format the Java sources
	@scripts/mvn -q spotless:apply
