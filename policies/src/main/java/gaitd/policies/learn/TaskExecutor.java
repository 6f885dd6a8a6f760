package gaitd.policies.learn;

import java.util.function.IntConsumer;

/** Runs numbered tasks that do not depend on each other, on one thread or on several at once. */
@FunctionalInterface
public interface TaskExecutor {
    /** Runs the tasks in order on the calling thread. */
    TaskExecutor SERIAL = (tasks, task) -> {
        for (int i = 0; i < tasks; i++) {
            task.accept(i);
        }
    };

    /**
     * Runs every task once and returns when all have finished. Allocates nothing.
     *
     * @param tasks number of tasks
     * @param task called with each index from 0 to tasks - 1
     */
    void run(int tasks, IntConsumer task);
}
