# The lab's commands. Variables go before or after: `PROFILE=lte make lab-up`, `make wan PROFILE=cut`.
# `make help` prints each target below its group's heading, with the text behind `##`.
.DEFAULT_GOAL := help
.PHONY: $(shell sed -n 's/^\([a-z-]*\):.*/\1/p' $(firstword $(MAKEFILE_LIST)))
MAKEFLAGS += --no-print-directory

# Passes these variables on as they were typed. make would otherwise expand a dollar sign in them.
define as-typed
ifneq ($$(value $(1)),)
override $(1) := $$(value $(1))
export $(1)
endif
endef
$(foreach name,GREETING SEND EXPECT,$(eval $(call as-typed,$(name))))

#: lab

lab-up: ## bring the lab up, wait until every client has been greeted, print the table
	@scripts/lab/lab-up.sh

lab-status: ## print the table again; JSON=1 for programs (make -s lab-status JSON=1)
	@scripts/lab/lab-status.sh

lab-down: ## remove everything that lab-up made
	@scripts/lab/lab-down.sh

logs: ## follow the clients, near and far; JSON=1 for programs (make -s logs JSON=1)
	@scripts/lab/logs.sh

tour: ## show near, far, slow, cut and healed in three minutes; AUTO=1 waits for no key
	@scripts/lab/tour.sh

doctor: ## check Docker, ports, subnets, tools, and print what to do about each
	@scripts/lab/doctor.sh

#: break it

wan: ## show the WAN's link, or change it: PROFILE=lte, cut, heal; DOWN=200ms~20ms RATE=2mbit; FAULT=reset
	@scripts/lab/wan.sh

profiles: ## list the links that have a name; PROFILE=lte shows its sources; JSON=1
	@scripts/lab/profiles.sh

# The variable has another name, as SECONDS has a meaning in some shells.
capture: export CAPTURE_SECONDS = $(SECONDS)
capture: ## write pcap files near and far for Wireshark, print one exchange packet by packet; SECONDS=10
	@scripts/lab/capture.sh

open-loop: export OPEN_LOOP_SECONDS = $(SECONDS)
open-loop: ## an open-loop load from one container: CLIENTS=10000 SECONDS=10 RATE=500 RAMP=2s NET=wan; JSON=1
	@scripts/lab/open-loop.sh

metrics: ## print the lab's metrics for Prometheus (make -s metrics); METRICS=1 make lab-up adds a Prometheus
	@scripts/lab/metrics.sh

calibrate: ## measure each link against what was asked: all profiles, PROFILE=lte, or DOWN=20ms; JSON=1
	@scripts/lab/calibrate.sh

#: scenarios

scenario: ## run a scenario file or a folder: FILE=scenarios/cut-and-heal.yaml; CONTROL=1 CHECK=1
	@scripts/lab/scenario.sh

#: workshop

exercise: ## hand out an exercise to the folder mine, or MINE=folder: LESSON=4
	@scripts/workshop/exercise.sh

try: ## run your solution against the running lab: LESSON=4 NET=wan
	@scripts/workshop/try.sh

check: ## check your solution: LESSON=4, IN=python SEED=42
	@scripts/workshop/check.sh

bundle: ## write all that a classroom without Internet needs into one file: FILE=nearfar-bundle.tar
	@scripts/release/bundle.sh

load: ## check an unpacked bundle, or FILE=nearfar-bundle.tar, and load its images; CHANGED=1 if you changed it
	@scripts/release/load.sh

walk: ## run the commands of all lessons and compare their output with the pages
	@scripts/workshop/walk.sh

solutions: ## check all known solutions of the exercises, right and wrong
	@scripts/workshop/solutions.sh

rehearse: ## make a bundle and use it in a Docker without images and network
	@scripts/release/rehearse.sh

#: maintain

help: ## list the commands; ALL=1 with those of the workshop and for maintenance
	@scripts/lib/help.sh $(firstword $(MAKEFILE_LIST))

images: ## build the images that are missing or older than the sources, or pull them
	@scripts/images/images.sh

test: ## run all tests: of each module, and the network scenarios in containers
	@scripts/test/test.sh

lint: ## run the quick static checks: format, compiler, Javadoc, shell
	@scripts/test/lint.sh

format: ## format the Java sources
	@scripts/mvn -q spotless:apply

attacks: ## attack a lab, then break Docker, the disk and the machine below one, and see how clients fare
	@scripts/test/attacks.sh

fuzz: export FUZZ_SECONDS = $(SECONDS)
fuzz: ## look for input that is not rejected as it should be: SECONDS=60 on each reader; FUZZ=Scenario for one
	@scripts/test/fuzz.sh

soak: ## run make test N=20 times and print a table of the failures
	@scripts/test/soak.sh

bench: ## measure the lab beside its peers and write docs/internals/bench.md; QUICK=1 ROUNDS=3 ONLY=rate
	@scripts/test/bench.sh

checksums: ## compare every library that Maven uses with the known checksums; WRITE=1 after a change of versions
	@scripts/release/dependencies.sh checksums

sbom: ## list dependencies with licences and checksums: target/sbom.json, CycloneDX
	@scripts/release/dependencies.sh sbom

reproducible: ## build the jars twice, in two folders, and compare them byte by byte
	@scripts/release/dependencies.sh reproducible
