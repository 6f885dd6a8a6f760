package gaitd.lab.train;

import gaitd.policies.learn.NetPlan;
import gaitd.policies.learn.PpoSettings;
import gaitd.policies.learn.Rule;
import gaitd.robot.cli.Inputs;
import gaitd.robot.world.CaseOption;
import gaitd.robot.world.FaultOptions;
import gaitd.robot.world.WorldInputs;
import gaitd.runtime.config.ConfigException;
import gaitd.sim.Engine;
import gaitd.sim.task.A1Task;
import java.nio.file.Path;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A task and the options that decide what is learned of it; {@link #addTo} completes them. */
public final class TrainOptions {
    private static final double STEPS_MAX = 1e15;

    @Parameters(
            paramLabel = "TASK",
            description =
                    "cartpole, pendulum, double-pendulum, hopper, half-cheetah, each also with -masked behind it; a1-stage1,"
                            + " a1-stage2, a1-legs or a task file")
    private String task;

    @Mixin
    private NetOptions nets;

    @Mixin
    private FaultOptions faults;

    @Mixin
    private CaseOption fieldCase;

    @Option(
            names = "--algorithm",
            paramLabel = "NAME",
            defaultValue = "ppo",
            description = "ppo or a2c (default ${DEFAULT-VALUE})")
    private String algorithm;

    @Option(
            names = "--environments",
            paramLabel = "N",
            defaultValue = "256",
            description = "copies of the task (default ${DEFAULT-VALUE})")
    private int environments;

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "5000000",
            description = "policy steps, all copies together (default ${DEFAULT-VALUE})")
    private long steps;

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            description = "physics of double-pendulum, hopper and half-cheetah: embedded or mujoco (default embedded)")
    private String engine;

    /** Made by picocli. */
    public TrainOptions() {}

    /**
     * Adds the options for settings of the learner.
     *
     * @param command that has these options as a mixin
     */
    public static void addTo(final CommandSpec command) {
        PpoOptions.addTo(command);
    }

    /**
     * The task by its name.
     *
     * @return the task, with what happens to its robots
     * @throws ConfigException in one line when there is none
     */
    public TrainTask task() {
        return TrainTask.of(task, faults.plan(), fieldCase.value(), WorldInputs.engine(engine));
    }

    /**
     * The task in another text than that of its name.
     *
     * @param a1 the robot's task, null for a textbook one
     * @return that task, with what happens to its robots
     */
    public TrainTask task(final A1Task a1) {
        return a1 == null
                ? task()
                : new TrainTask(task, a1, faults.plan(), fieldCase.value(), WorldInputs.engine(engine));
    }

    /**
     * The training that is asked for.
     *
     * @param command parsed
     * @param what the task
     * @param seed decides everything that is drawn
     * @param from folder of an earlier training to go on from, null for none
     * @param freeze whether what comes from there stays as it is
     * @return checked
     * @throws ConfigException in one line when a value is out of range, or two do not fit each other
     */
    public TrainPlan plan(
            final CommandSpec command, final TrainTask what, final long seed, final Path from, final boolean freeze) {
        Inputs.inRange("--environments", environments, 1, 65_536, "");
        Inputs.inRange("--steps", (double) steps, 1, STEPS_MAX, "");
        try {
            final NetPlan actor = nets.actor();
            final NetPlan critic = nets.critic();
            final PpoSettings settings = PpoOptions.settings(command, algorithm, actor.rule() == Rule.EP);
            final String line = "train %s%s --algorithm %s --environments %d --steps %d%s --seed %d%s%s%s%s%s"
                    .formatted(
                            task,
                            TrainText.options(actor, critic),
                            algorithm,
                            environments,
                            steps,
                            TrainText.options(settings, algorithm.equals("a2c")),
                            seed,
                            from == null ? "" : " --from " + from,
                            freeze ? " --freeze" : "",
                            what.engine() == Engine.EMBEDDED
                                    ? ""
                                    : " --engine " + what.engine().key(),
                            what.fieldCase().isNominal()
                                    ? ""
                                    : " " + CaseOption.NAME + " "
                                            + what.fieldCase().name(),
                            what.faults().texts().stream()
                                    .map(text -> " --fault " + text)
                                    .collect(Collectors.joining()));
            return new TrainPlan(what, actor, critic, settings, environments, steps, seed, from, freeze, line);
        } catch (final IllegalArgumentException e) {
            throw new ConfigException(e.getMessage());
        }
    }
}
