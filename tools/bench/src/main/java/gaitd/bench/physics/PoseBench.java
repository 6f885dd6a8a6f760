package gaitd.bench.physics;

import gaitd.sim.Engine;

/** Compares standing, a drop and a push in each engine, with the robot held in one pose. */
public final class PoseBench {
    private PoseBench() {}

    /**
     * Measures and compares.
     *
     * @param to takes results
     * @param agreement takes every height and distance
     */
    public static void run(final PhysicsReport to, final Agreement agreement) {
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
    }
}
