package gaitd.tools.bench;

import gaitd.tools.run.Engine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** How the robot stands, drops, is pushed and walks in each engine. */
public final class GaitBench {
    /** Grounds the gait is tried on. */
    public static final List<String> GROUNDS = List.of("flat", "rough:0.02");

    private static final int ACCELERATIONS = 1000;

    private final int seeds;
    private final double seconds;
    private final PhysicsReport to;
    private final Agreement agreement = new Agreement();
    private final Map<String, Map<Engine, GaitComparison>> walks = new LinkedHashMap<>();

    /**
     * A bench that has not begun.
     *
     * @param seeds walks of each engine on each ground
     * @param seconds length of each walk, s
     * @param to where results go
     */
    public GaitBench(final int seeds, final double seconds, final PhysicsReport to) {
        this.seeds = seeds;
        this.seconds = seconds;
        this.to = to;
    }

    /** Measures everything. */
    public void run() {
        final double worst = AccelerationTrial.worst(ACCELERATIONS, 1);
        to.title("accelerations in free space, " + ACCELERATIONS + " random states, as a share of the greatest");
        to.line("worst difference %.1e".formatted(worst));
        to.put("qacc_max_rel_error", worst);
        agreement.check("accelerations", worst, 0, Agreement.ACCELERATION);
        to.title("held in one pose by position control");
        to.line("%-10s %14s %16s %14s".formatted("", "standing, mm", "drop lowest, mm", "pushed, mm"));
        PoseTrial first = null;
        for (final Engine engine : Engine.values()) {
            final PoseTrial pose = PoseTrial.of(engine);
            to.line("%-10s %14.2f %16.2f %14.2f"
                    .formatted(engine.key(), 1e3 * pose.standingM(), 1e3 * pose.dropLowestM(), 1e3 * pose.pushedM()));
            to.put(engine.key() + "_standing_m", pose.standingM());
            to.put(engine.key() + "_drop_lowest_m", pose.dropLowestM());
            to.put(engine.key() + "_pushed_m", pose.pushedM());
            if (first == null) {
                first = pose;
            }
            agreement.check("standing height, m", pose.standingM(), first.standingM(), Agreement.HEIGHT_M);
            agreement.check("lowest of the drop, m", pose.dropLowestM(), first.dropLowestM(), Agreement.HEIGHT_M);
            agreement.check("way pushed, m", pose.pushedM(), first.pushedM(), Agreement.HEIGHT_M);
        }
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
        agreement.broken().forEach(to::line);
        to.put("engines_agree", agreement.broken().isEmpty());
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
     * Whether the engines differed by no more than they may.
     *
     * @return true when all is within {@link Agreement}
     */
    public boolean agrees() {
        return agreement.broken().isEmpty();
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
