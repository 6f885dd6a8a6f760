package gaitd.bench.physics;

import gaitd.sim.Engine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Compares walks of the baseline gait in each engine. */
public final class WalkBench {
    /** Grounds the gait is tried on. */
    public static final List<String> GROUNDS = List.of("flat", "rough:0.02");

    private final int seeds;
    private final double seconds;
    private final PhysicsReport to;
    private final Agreement agreement;
    private final Map<String, Map<Engine, GaitComparison>> walks = new LinkedHashMap<>();

    /**
     * A bench before its run.
     *
     * @param seeds walks of each engine on each ground
     * @param seconds length of each walk, s
     * @param to takes results
     * @param agreement takes the means of each ground
     */
    public WalkBench(final int seeds, final double seconds, final PhysicsReport to, final Agreement agreement) {
        this.seeds = seeds;
        this.seconds = seconds;
        this.to = to;
        this.agreement = agreement;
    }

    /** Measures everything. */
    public void run() {
        to.title("baseline gait at " + GaitTrial.COMMAND_M_S + " m/s, " + seeds + " seeds of " + Math.round(seconds)
                + " s each, means of those that stayed up");
        to.line("%-12s %-10s %10s %10s %10s %8s".formatted("", "", "speed, m/s", "tilt, deg", "power, W", "falls"));
        for (final String ground : GROUNDS) {
            for (final Engine engine : Engine.values()) {
                final GaitComparison walk = GaitComparison.walk(engine, ground, seeds, seconds);
                walks.computeIfAbsent(ground, name -> new LinkedHashMap<>()).put(engine, walk);
                tell(ground, engine, walk);
            }
            agreement.check(
                    ground,
                    walks.get(ground).get(Engine.EMBEDDED),
                    walks.get(ground).get(Engine.MUJOCO));
        }
    }

    private void tell(final String ground, final Engine engine, final GaitComparison walk) {
        final double speed = walk.mean(GaitTrial::speedMS);
        final double tilt = walk.mean(GaitTrial::tiltMaxDeg);
        final double power = walk.mean(GaitTrial::powerMeanW);
        to.line("%-12s %-10s %10.3f %10.2f %10.1f %7.0f%%"
                .formatted(ground, engine.key(), speed, tilt, power, 100 * walk.fallRate()));
        final String key = "gait_" + ground.replace(":", "_") + "_" + engine.key();
        to.put(key + "_speed_m_s", speed);
        to.put(key + "_tilt_max_deg", tilt);
        to.put(key + "_power_mean_w", power);
        to.put(key + "_fall_rate", walk.fallRate());
    }

    /**
     * Values of all walks.
     *
     * @param ground one of {@link #GROUNDS}
     * @param engine which engine
     * @param what a value of a trial
     * @return one of each walk that stayed up
     */
    public double[] values(final String ground, final Engine engine, final ToDoubleFunction<GaitTrial> what) {
        return walks.get(ground).get(engine).all(what);
    }
}
