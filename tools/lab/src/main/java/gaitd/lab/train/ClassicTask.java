package gaitd.lab.train;

import gaitd.policies.learn.VectorEnv;
import gaitd.policies.learn.classic.CartPole;
import gaitd.policies.learn.classic.Pendulum;
import gaitd.sim.planar.DoublePendulum;
import gaitd.sim.planar.HalfCheetah;
import gaitd.sim.planar.Hopper;
import java.util.ArrayList;
import java.util.List;

/** The textbook tasks; each also with {@value #MASKED} behind its name, where velocities are hidden. */
enum ClassicTask {
    CARTPOLE("cartpole", CartPole::new),
    PENDULUM("pendulum", Pendulum::new),
    DOUBLE_PENDULUM("double-pendulum", DoublePendulum::new),
    HOPPER("hopper", Hopper::new),
    HALF_CHEETAH("half-cheetah", HalfCheetah::new);

    private static final String MASKED = "-masked";

    private final String text;
    private final Maker maker;

    ClassicTask(final String text, final Maker maker) {
        this.text = text;
        this.maker = maker;
    }

    /** Names of all, each followed by its masked one. */
    static List<String> names() {
        final List<String> names = new ArrayList<>();
        for (final ClassicTask task : values()) {
            names.add(task.text);
            names.add(task.text + MASKED);
        }
        return names;
    }

    /** Makes the environments of one of the {@link #names}. */
    static VectorEnv make(final String name, final int environments) {
        for (final ClassicTask task : values()) {
            if (name.equals(task.text) || name.equals(task.text + MASKED)) {
                return task.maker.make(environments, name.endsWith(MASKED));
            }
        }
        throw new IllegalArgumentException("task " + name + ": there is none");
    }

    private interface Maker {
        VectorEnv make(int environments, boolean masked);
    }
}
