package gaitd.lab.train;

import gaitd.policies.learn.VectorEnv;
import gaitd.runtime.config.ConfigException;
import gaitd.sim.Engine;
import gaitd.sim.cases.FieldCase;
import gaitd.sim.fault.FaultPlan;
import gaitd.sim.task.A1Env;
import gaitd.sim.task.A1Task;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A task by its name on the command line.
 *
 * @param name as given
 * @param a1 the robot's task, null for a textbook one
 * @param faults of each robot, on the time since its episode began
 * @param fieldCase what is different about each robot
 * @param engine physics
 */
public record TrainTask(String name, A1Task a1, FaultPlan faults, FieldCase fieldCase, Engine engine) {
    /**
     * Finds a task.
     *
     * @param name of a textbook task, of an A1 task, or the path of a task file
     * @return the task
     * @throws ConfigException in one line when there is none
     */
    public static TrainTask of(final String name) {
        return of(name, FaultPlan.NONE, FieldCase.NOMINAL, Engine.EMBEDDED);
    }

    /**
     * Finds a task, and has something happen to its robots.
     *
     * @param name of a textbook task, of an A1 task, or the path of a task file
     * @param faults of each robot, on the time since its episode began
     * @param fieldCase what is different about each robot
     * @param engine physics
     * @return the task
     * @throws ConfigException in one line when there is none, it has no robot, or the engine does not move it
     */
    public static TrainTask of(
            final String name, final FaultPlan faults, final FieldCase fieldCase, final Engine engine) {
        if (ClassicTask.names().contains(name)) {
            if (!faults.faults().isEmpty()) {
                throw new ConfigException("--fault: task " + name + " has no robot that could fail; leave it out");
            }
            if (!fieldCase.isNominal()) {
                throw new ConfigException(
                        "--case: task " + name + " has no robot to which something could happen; leave" + " it out");
            }
            ClassicTask.of(name).check(engine);
            return new TrainTask(name, null, faults, fieldCase, engine);
        }
        if (!A1Task.NAMES.contains(name) && !Files.exists(Path.of(name))) {
            throw new ConfigException("task " + name + ": there is none; expected " + String.join(", ", names())
                    + " or the path of a task file");
        }
        if (engine != Engine.EMBEDDED) {
            throw new ConfigException("--engine " + engine.key() + ": robots are trained in the embedded engine;"
                    + " leave it out, and compare engines by eval");
        }
        return new TrainTask(name, A1Task.of(name), faults, fieldCase, engine);
    }

    /**
     * Names of all tasks that come with the program.
     *
     * @return textbook tasks first
     */
    public static List<String> names() {
        final List<String> names = new ArrayList<>(ClassicTask.names());
        names.addAll(A1Task.NAMES);
        return names;
    }

    /**
     * Makes the environments.
     *
     * @param environments how many
     * @param threads how many threads may step them
     * @return to be closed
     */
    public VectorEnv make(final int environments, final int threads) {
        if (a1 != null) {
            return new A1Env(a1, environments, threads, faults, fieldCase);
        }
        return ClassicTask.make(name, environments, engine);
    }
}
