package gaitd.lab.train;

import gaitd.policies.learn.classic.CartPole;
import gaitd.policies.learn.classic.ClassicEnv;
import gaitd.policies.learn.classic.Pendulum;
import gaitd.sim.planar.DoublePendulum;
import gaitd.sim.planar.HalfCheetah;
import gaitd.sim.planar.Hopper;
import java.util.ArrayList;
import java.util.List;

/** The textbook tasks; each also with {@value #MASKED} behind its name, where velocities are hidden. */
public enum ClassicTask {
    /** A pole on a cart. */
    CARTPOLE("cartpole", true),
    /** A pendulum that a weak motor swings up. */
    PENDULUM("pendulum", false),
    /** Two poles on top of each other on a cart. */
    DOUBLE_PENDULUM("double-pendulum", true),
    /** One leg. */
    HOPPER("hopper", true),
    /** A runner of two legs. */
    HALF_CHEETAH("half-cheetah", false);

    private static final String MASKED = "-masked";

    private final String text;
    private final boolean canBeLost;

    ClassicTask(final String text, final boolean canBeLost) {
        this.text = text;
        this.canBeLost = canBeLost;
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

    /**
     * Finds a task by its name, masked or not.
     *
     * @param name any text, or null
     * @return the task, null when it is the name of none
     */
    public static ClassicTask of(final String name) {
        for (final ClassicTask task : values()) {
            if (task.text.equals(name) || (task.text + MASKED).equals(name)) {
                return task;
            }
        }
        return null;
    }

    /**
     * Whether an episode can end before its time, so that one that does not is a success.
     *
     * @return false where every episode goes on to its end
     */
    public boolean canBeLost() {
        return canBeLost;
    }

    /**
     * Makes the environments of a task.
     *
     * @param name of a textbook task, masked or not
     * @param environments how many
     * @return the environments
     */
    public static ClassicEnv make(final String name, final int environments) {
        return of(name).make(environments, name.endsWith(MASKED));
    }

    private ClassicEnv make(final int environments, final boolean masked) {
        return switch (this) {
            case CARTPOLE -> new CartPole(environments, masked);
            case PENDULUM -> new Pendulum(environments, masked);
            case DOUBLE_PENDULUM -> new DoublePendulum(environments, masked);
            case HOPPER -> new Hopper(environments, masked);
            case HALF_CHEETAH -> new HalfCheetah(environments, masked);
        };
    }
}
