package gaitd.policies.learn;

import java.util.function.IntConsumer;

/** Whoever does pieces of work that do not depend on each other: one thread after the other, or several at once. */
@FunctionalInterface
public interface Crew {
    /** The caller alone. */
    Crew ALONE = (tasks, task) -> {
        for (int i = 0; i < tasks; i++) {
            task.accept(i);
        }
    };

    /**
     * Runs every task once and comes back when all are done. Allocates nothing.
     *
     * @param tasks how many
     * @param task takes a number from 0 to tasks - 1
     */
    void run(int tasks, IntConsumer task);
}
