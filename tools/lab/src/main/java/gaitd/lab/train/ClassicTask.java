package gaitd.lab.train;

import gaitd.policies.learn.classic.CartPole;
import gaitd.policies.learn.classic.ClassicEnv;
import gaitd.policies.learn.classic.Pendulum;
import gaitd.runtime.config.ConfigException;
import gaitd.sim.Engine;
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
     * @param engine physics
     * @return the environments, to be closed
     * @throws ConfigException in one line for a task that no engine moves
     * @throws gaitd.runtime.config.Refusal in one line when the engine's library is not there
     */
    public static ClassicEnv make(final String name, final int environments, final Engine engine) {
        final ClassicTask task = of(name);
        task.check(engine);
        return task.make(environments, name.endsWith(MASKED), engine);
    }

    /** Refuses an engine that the task has no use for. */
    void check(final Engine engine) {
        if (engine != Engine.EMBEDDED && (this == CARTPOLE || this == PENDULUM)) {
            throw new ConfigException("--engine %s: %s is a formula, which no engine moves; expected %s, %s or %s"
                    .formatted(engine.key(), text, DOUBLE_PENDULUM.text, HOPPER.text, HALF_CHEETAH.text));
        }
    }

    private ClassicEnv make(final int environments, final boolean masked, final Engine engine) {
        return switch (this) {
            case CARTPOLE -> new CartPole(environments, masked);
            case PENDULUM -> new Pendulum(environments, masked);
            case DOUBLE_PENDULUM -> new DoublePendulum(environments, masked, engine::chain);
            case HOPPER -> new Hopper(environments, masked, engine::chain);
            case HALF_CHEETAH -> new HalfCheetah(environments, masked, engine::chain);
        };
    }
}
