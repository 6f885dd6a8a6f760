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
    CARTPOLE("cartpole"),
    PENDULUM("pendulum"),
    DOUBLE_PENDULUM("double-pendulum"),
    HOPPER("hopper"),
    HALF_CHEETAH("half-cheetah");

    private static final String MASKED = "-masked";

    private final String text;

    ClassicTask(final String text) {
        this.text = text;
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
                return task.make(environments, name.endsWith(MASKED));
            }
        }
        throw new IllegalArgumentException("task " + name + ": there is none");
    }

    private VectorEnv make(final int environments, final boolean masked) {
        return switch (this) {
            case CARTPOLE -> new CartPole(environments, masked);
            case PENDULUM -> new Pendulum(environments, masked);
            case DOUBLE_PENDULUM -> new DoublePendulum(environments, masked);
            case HOPPER -> new Hopper(environments, masked);
            case HALF_CHEETAH -> new HalfCheetah(environments, masked);
        };
    }
}
