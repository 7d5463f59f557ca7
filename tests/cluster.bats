# Beyond one machine: shards made by GNU parallel and by Slurm, whose daemons the test itself starts on
# the loopback interface. The tables are those of a run on one machine.

setup() {
	load lib
	load reports
	unset MAKEFLAGS MAKELEVEL MFLAGS MAKEOVERRIDES
	export BUILD GIR_BUILD=$BUILD GIR_CORPUS=$BATS_TEST_TMPDIR/"corpus of reports" \
		GIR_OUT=$BATS_TEST_TMPDIR/"out \$1"
	mkdir "$GIR_CORPUS"
	many_reports 600
	cp "$ROOT"/corpus/*/*.txt "$GIR_CORPUS"
	daemons=()
	cd "$ROOT" || exit
}

teardown() {
	[[ ${#daemons[@]} -gt 0 ]] || return 0
	kill "${daemons[@]}"
	wait
	rm -rf "$slurm"
}

as_one_machine() {
	GIR_OUT=$BATS_TEST_TMPDIR/clean pipelines/run make
	diff -r -x .work "$GIR_OUT" "$BATS_TEST_TMPDIR/clean"
}

@test "shards by hand, in any order: make finds them made" {
	make lists BUILD="$BUILD" CORPUS="$GIR_CORPUS" OUT="$GIR_OUT"
	same "$(pipelines/stale "$GIR_OUT")" "$(<"$GIR_OUT/.work/shards")"
	mapfile -t names < <(tac "$GIR_OUT/.work/shards")
	env -u GIR_CORPUS -u GIR_BUILD pipelines/far "$GIR_OUT" "${names[@]:1}"
	same "$(pipelines/stale "$GIR_OUT")" "${names[0]}"
	stat -c '%n %y' "$GIR_OUT"/cells/* >"$BATS_TEST_TMPDIR/before"
	pipelines/run make
	stat -c '%n %y' "$GIR_OUT"/cells/* | grep -vF "/${names[0]}.tsv" | diff "$BATS_TEST_TMPDIR/before" -
	as_one_machine
}

@test "GNU parallel: the line in the README" {
	command -v parallel >/dev/null || skip 'GNU parallel is not installed'
	parallel --version | grep -q 'GNU parallel' || skip 'another parallel'
	make lists BUILD="$BUILD" CORPUS="$GIR_CORPUS" OUT="$GIR_OUT"
	pipelines/stale "$GIR_OUT" | parallel --will-cite -S 2/: "$ROOT/pipelines/far" "${GIR_OUT@Q}"
	same "$(pipelines/stale "$GIR_OUT")" ""
	pipelines/run make
	as_one_machine
}

# One controller and two nodes, all of them this machine.
start_slurm() {
	local host node
	host=$(hostname -s)
	mkdir -p "$1"/{state,a,b}
	export SLURM_CONF=$1/slurm.conf
	cat >"$SLURM_CONF" <<-END
		ClusterName=gir
		SlurmctldHost=$host(127.0.0.1)
		SlurmUser=$(id -un)
		SlurmdUser=$(id -un)
		AuthType=auth/none
		CredType=cred/none
		SlurmctldPort=$2
		StateSaveLocation=$1/state
		SlurmctldPidFile=$1/controller.pid
		SlurmdPidFile=$1/%n.pid
		SlurmdSpoolDir=$1/%n
		ProctrackType=proctrack/pgid
		TaskPlugin=task/none
		SelectType=select/linear
		MpiDefault=none
		SchedulerType=sched/builtin
		SchedulerParameters=sched_interval=1,batch_sched_delay=0
		NodeName=a NodeAddr=127.0.0.1 NodeHostname=$host Port=$(($2 + 1)) CPUs=1
		NodeName=b NodeAddr=127.0.0.1 NodeHostname=$host Port=$(($2 + 2)) CPUs=1
		PartitionName=all Nodes=a,b Default=YES MaxTime=INFINITE State=UP
	END
	slurmctld -D >"$1/controller.log" 2>&1 3>&- &
	daemons+=($!)
	for node in a b; do
		slurmd -D -N "$node" >"$1/$node.log" 2>&1 3>&- &
		daemons+=($!)
	done
	for ((i = 0; i < 50; i++)); do
		[[ $(sinfo -h -o %D -t idle 2>/dev/null) != 2 ]] || return 0
		sleep 0.2
	done
	cat "$1"/*.log >&2
	return 1
}

@test "Slurm: a job array on two nodes, and a job that makes the tables" {
	command -v slurmctld >/dev/null && command -v slurmd >/dev/null || skip 'Slurm is not installed'
	# Long paths have no place in a Unix socket's name; ports that differ from run to run.
	slurm=$(mktemp -d)
	start_slurm "$slurm" $((20000 + $$ % 10000))
	TASKS=3 timeout 100 pipelines/slurm "$GIR_CORPUS" "$GIR_OUT" --wait
	cat "$GIR_OUT"/.work/slurm-*
	as_one_machine
	# Nothing is stale: one job, which has nothing to do.
	timeout 100 pipelines/slurm "$GIR_CORPUS" "$GIR_OUT" --wait
}
