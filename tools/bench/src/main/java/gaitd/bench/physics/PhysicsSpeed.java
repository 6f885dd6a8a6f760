package gaitd.bench.physics;

import gaitd.bench.turns.Alternation;
import gaitd.bench.turns.Candidate;
import gaitd.bench.turns.Garbage;
import gaitd.runtime.config.Config;
import gaitd.sim.Engine;
import gaitd.sim.batch.Batches;
import gaitd.sim.engine.EmbeddedSimulator;
import gaitd.sim.engine.RobotModel;
import gaitd.sim.engine.Simulator;
import gaitd.sim.mujoco.MujocoSettings;
import gaitd.sim.terrain.Terrain;
import gaitd.sim.terrain.Terrains;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Speed and allocation of the engines, the batch and the environments. */
public final class PhysicsSpeed {
    private static final List<String> GROUNDS = List.of("flat", "rough:0.02");
    private static final double[] STEPS_S = {0.001, 0.002};
    private static final int ENV_ROBOTS = 64;
    private static final int ENV_WARM_UP_1_S = 100;
    private static final int ENV_STEPS = 300;
    private static final int GARBAGE_STEPS = 50_000;

    private final Alternation turns;
    private final int rounds;
    private final double warmUpS;
    private final PhysicsReport to;
    private final Map<String, Map<String, Double>> rates = new LinkedHashMap<>();

    /**
     * A bench before its run.
     *
     * @param blockS length of a block, s
     * @param rounds blocks of each candidate that count
     * @param warmUpS least warm-up of each candidate, s
     * @param to takes results
     */
    public PhysicsSpeed(final double blockS, final int rounds, final double warmUpS, final PhysicsReport to) {
        this.turns = new Alternation(blockS, rounds, warmUpS);
        this.rounds = rounds;
        this.warmUpS = warmUpS;
        this.to = to;
    }

    /** Measures everything. */
    public void run() {
        to.title("robot-steps a second on one core, open-loop trot with all shapes; " + rounds
                + " blocks of each in turn, medians");
        to.line("%-22s %10s %10s %10s %10s %8s %8s"
                .formatted("", "embedded", "batch", "mujoco", "its best", "ratio", "batch"));
        for (final String ground : GROUNDS) {
            for (final double stepS : STEPS_S) {
                measure(ground, stepS);
            }
        }
        to.put("vectors", Batches.vectors());
        cores();
        environments();
        garbage();
    }

    private void measure(final String ground, final double stepS) {
        final Map<String, Double> rate = SpeedTrial.measure(turns, Terrains.parse(ground, 1), stepS);
        final String name = ground + ", " + Math.round(stepS * 1e3) + " ms";
        rates.put(name, rate);
        final double best = Math.max(rate.get(SpeedTrial.MUJOCO), rate.get(SpeedTrial.MUJOCO_FASTEST));
        final double scalar = rate.get(SpeedTrial.EMBEDDED) / best;
        final double batch = rate.get(SpeedTrial.BATCH) / best;
        to.line("%-22s %10.0f %10.0f %10.0f %10.0f %8.1f %8.1f"
                .formatted(
                        name,
                        rate.get(SpeedTrial.EMBEDDED),
                        rate.get(SpeedTrial.BATCH),
                        rate.get(SpeedTrial.MUJOCO),
                        best,
                        scalar,
                        batch));
        if (rates.size() == 1) {
            to.put("embedded_steps_per_s", rate.get(SpeedTrial.EMBEDDED));
            to.put("mujoco_steps_per_s", best);
            to.put("ratio_scalar", scalar);
            to.put("batch_steps_per_s", rate.get(SpeedTrial.BATCH));
            to.put("ratio_batch", batch);
        }
        final String key = ground.replace(":", "_") + "_" + Math.round(stepS * 1e3) + "ms";
        rate.forEach((engine, value) -> to.put(key + "_" + engine + "_steps_per_s", value));
    }

    /** Two threads with half of the robots each, against one with all. */
    private void cores() {
        final int cores = Runtime.getRuntime().availableProcessors();
        final int robots = cores * SpeedTrial.BATCH_ROBOTS;
        try (ThreadedTrot trot = new ThreadedTrot(Batches.of(robots, RobotModel.a1(), Terrain.FLAT, 0.001), cores)) {
            final double rate =
                    turns.rates(List.of(new Candidate("cores", trot))).get("cores");
            to.line("%-22s %10s %10.0f   on %d cores".formatted("flat, 1 ms", "", rate, cores));
            to.put("batch_all_cores_steps_per_s", rate);
            to.put("cores", cores);
        }
    }

    private void environments() {
        final int threads = Runtime.getRuntime().availableProcessors();
        final double[] rate = new double[rounds];
        long leastBytes = Long.MAX_VALUE;
        double cpuUs = 0;
        for (int round = 0; round < rounds; round++) {
            final int warmUp = round == 0 ? (int) (ENV_WARM_UP_1_S * warmUpS) : 1;
            final EnvBenchmark.Speed speed =
                    EnvBenchmark.onFlatGround(Config.defaults(), ENV_ROBOTS, threads, warmUp, ENV_STEPS);
            rate[round] = speed.policyStepsPerSecond();
            leastBytes = Math.min(leastBytes, speed.allocatedBytes());
            cpuUs = speed.cpuUsPerPolicyStep();
        }
        final double median = Alternation.median(rate);
        to.title("environments: policy steps a second (100 Hz, 1 kHz physics, controller included), " + ENV_ROBOTS
                + " robots, " + threads + " threads");
        to.line("%.0f, which is %.0f times real time; processor time %.1f us a policy step; %.3f heap bytes"
                .formatted(median, median / 100, cpuUs, (double) leastBytes / (ENV_ROBOTS * ENV_STEPS)));
        to.put("env_policy_steps_per_s", median);
        to.put("env_cpu_us_per_policy_step", cpuUs);
        to.put("alloc_env_bytes_per_policy_step", (double) leastBytes / (ENV_ROBOTS * ENV_STEPS));
    }

    private void garbage() {
        double most = 0;
        try (Simulator mujoco = Engine.mujoco(RobotModel.a1(), Terrain.FLAT, 0.001, MujocoSettings.ACCURATE);
                Simulator embedded = new EmbeddedSimulator(RobotModel.a1(), Terrain.FLAT, 0.001)) {
            final Map<String, Candidate.Work> all = Map.of(
                    "embedded", new OpenLoopTrot(embedded, 0),
                    "mujoco", new OpenLoopTrot(mujoco, 0),
                    "batch",
                            new BatchTrot(
                                    Batches.of(SpeedTrial.BATCH_ROBOTS, RobotModel.a1(), Terrain.FLAT, 0.001), 0));
            for (final Map.Entry<String, Candidate.Work> each : all.entrySet()) {
                final double bytes = Garbage.bytesPerStep(each.getValue(), GARBAGE_STEPS);
                to.put("alloc_" + each.getKey() + "_bytes_per_step", bytes);
                most = Math.max(most, bytes);
            }
        }
        to.line("heap bytes a step, the most of any engine: %.3f".formatted(most));
        to.put("alloc_bytes_per_step", most);
    }

    /**
     * What was measured on one core.
     *
     * @return robot-steps a second by ground and step, then by engine
     */
    public Map<String, Map<String, Double>> rates() {
        return rates;
    }
}
