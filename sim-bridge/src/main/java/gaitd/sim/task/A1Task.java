package gaitd.sim.task;

import gaitd.policies.bundle.ActedSignal;
import gaitd.policies.bundle.ObservedSignal;
import gaitd.policies.bundle.Posture;
import gaitd.policies.text.TomlReader;
import gaitd.policies.text.TomlView;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.RangeSetting;
import gaitd.runtime.config.Setting;
import gaitd.runtime.config.VaryPreset;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A task of the A1 as its file says it: rates, observations, actions, commands, rewards, ground, variation. Immutable. */
public final class A1Task {
    /** Tasks that come with the program. */
    public static final List<String> NAMES = List.of("a1-stage1", "a1-stage2", "a1-stage3", "a1-legs");

    private static final double BOUNDS_MARGIN = 100;
    private static final int LIST_MAX = 64;

    final double episodeS;
    final List<Observed> observations;
    final List<Acted> actions;
    final CommandPlan commands;
    final Reward reward;
    final Curriculum curriculum;
    final List<GroundPlan> grounds;
    /** Gains of its policies, and joint angles of the stance that episodes begin in. */
    final Posture posture;
    /** Least and greatest strength of one motor of each robot, times commanded. */
    final double[] weakMotor;

    private final String name;
    private final String text;
    private final Config config;

    private A1Task(final String name, final String text, final TomlView file) {
        this.name = name;
        this.text = text;
        final TomlView task = file.table("task");
        final Config.Builder builder = new Config.Builder();
        builder.set(Setting.POLICY_RATE_HZ, task.number("policy_hz", 10, 500), name + " policy_hz");
        // Exploring actions leave their bounds now and then; on the robot the watch on bounds stays as it is set there.
        builder.set(Setting.POLICY_BOUNDS_MARGIN, BOUNDS_MARGIN, name);
        episodeS = task.number("episode_s", 0.1, 1e4);
        builder.vary(task.choice("vary", VaryPreset.class), name + " vary");
        weakMotor = task.has("weak_motor") ? task.range("weak_motor", 0.1, 1) : new double[] {1, 1};
        task.end();
        if (file.has("config")) {
            builder.toml(file.table("config"), name + " [config]");
        }
        config = builder.conclude();
        actions = file.tables("action", LIST_MAX).stream().map(Acted::read).toList();
        final int size = actions.stream().mapToInt(acted -> acted.signal.size).sum();
        final Rhythm rhythm = file.has("rhythm") ? Rhythm.read(file.table("rhythm")) : null;
        observations = file.tables("observation", LIST_MAX).stream()
                .map(table -> Observed.read(table, size, rhythm))
                .toList();
        commands = CommandPlan.read(file.table("command"));
        reward = Reward.read(file.table("reward"), rhythm, config.get(Setting.HEIGHT_M));
        posture = TaskPosture.read(file, config);
        curriculum = Curriculum.read(file.table("curriculum"));
        grounds =
                file.tables("terrain", LIST_MAX).stream().map(GroundPlan::read).toList();
        file.end();
        once(file, "observation", observations.stream().map(o -> o.signal.key()).toList());
        once(file, "action", actions.stream().map(a -> a.signal.key()).toList());
        TaskPosture.check(file, actions, observations, posture, config);
    }

    private A1Task(final A1Task task, final Config config, final CommandPlan commands) {
        name = task.name;
        text = task.text;
        episodeS = task.episodeS;
        observations = task.observations;
        actions = task.actions;
        this.commands = commands;
        reward = task.reward;
        curriculum = task.curriculum;
        grounds = task.grounds;
        posture = task.posture;
        weakMotor = task.weakMotor;
        this.config = config;
    }

    /**
     * The same task with other settings of controller and simulation.
     *
     * @param other settings
     * @return observations, actions, commands, grounds and reward of this task
     */
    public A1Task with(final Config other) {
        return new A1Task(this, other, commands);
    }

    /**
     * The same task with velocities mostly like those that a robot is asked for.
     *
     * @param asked least and greatest forward and left velocity, m/s, and yaw rate, rad/s
     * @param share of commands from these ranges, 0 to 1; the others are those of this task
     * @return all else as in this task
     */
    public A1Task asked(final double[][] asked, final double share) {
        return new A1Task(this, config, commands.focused(asked, share));
    }

    private static void once(final TomlView file, final String list, final List<String> names) {
        final Set<String> seen = new HashSet<>();
        for (final String each : names) {
            if (!seen.add(each)) {
                file.problem(list, "has " + each + " twice");
            }
        }
    }

    /**
     * Reads a task.
     *
     * @param text the file's text
     * @param name name of the task, for messages and bundles
     * @return the task
     * @throws ConfigException in one line that says what is wrong and what is expected
     */
    public static A1Task parse(final String text, final String name) {
        return new A1Task(name, text, TomlReader.parse(text, name, ConfigException.thrower()));
    }

    /**
     * Finds a task.
     *
     * @param nameOrPath one of {@link #NAMES}, or a file
     * @return the task; one of a file is named like it without its ending
     * @throws ConfigException in one line when there is none, or when something is wrong with it
     */
    public static A1Task of(final String nameOrPath) {
        if (NAMES.contains(nameOrPath)) {
            try (InputStream in = A1Task.class.getResourceAsStream(nameOrPath + ".toml")) {
                return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), nameOrPath);
            } catch (final IOException e) {
                throw new ConfigException("task " + nameOrPath + " cannot be read: " + e.getMessage());
            }
        }
        final Path file = Path.of(nameOrPath);
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new ConfigException(
                    "task " + nameOrPath + " is unknown: expected one of " + String.join(", ", NAMES) + " or a file");
        }
        try {
            final String last = file.getFileName().toString();
            return parse(Files.readString(file), last.endsWith(".toml") ? last.substring(0, last.length() - 5) : last);
        } catch (final IOException e) {
            throw new ConfigException("task " + nameOrPath + " cannot be read: " + e.getMessage());
        }
    }

    /**
     * Its name.
     *
     * @return such as {@code a1-stage1}
     */
    public String name() {
        return name;
    }

    /**
     * All of it.
     *
     * @return the text of its file, which {@link #parse} takes
     */
    public String text() {
        return text;
    }

    /**
     * Settings of controller and simulation, with the ranges that robots vary in.
     *
     * @return the configuration
     */
    public Config config() {
        return config;
    }

    /**
     * Names of its grounds at their hardest.
     *
     * @return in the order of the file
     */
    public List<String> hardest() {
        return grounds.stream().map(GroundPlan::hardestName).toList();
    }

    /**
     * Sets the ranges that robots of this task vary in.
     *
     * @param builder changed
     * @return the builder
     */
    public Config.Builder vary(final Config.Builder builder) {
        for (final RangeSetting range : RangeSetting.values()) {
            builder.set(range, config.low(range), config.high(range), "--task " + name);
        }
        return builder;
    }

    /**
     * Numbers in an observation.
     *
     * @return 1 or more
     */
    public int observationSize() {
        return observations.stream().mapToInt(o -> o.scale.length).sum();
    }

    /**
     * Numbers in an action.
     *
     * @return 1 or more
     */
    public int actionSize() {
        return actions.stream().mapToInt(a -> a.signal.size).sum();
    }

    /**
     * Whether its policies move the legs alone, and have no walk to add to.
     *
     * @return true for a task whose action is {@link ActedSignal#JOINT_TARGET}
     */
    public boolean movesLegs() {
        return acted().contains(ActedSignal.JOINT_TARGET);
    }

    /**
     * What is observed, in order.
     *
     * @return as in a manifest
     */
    public List<ObservedSignal> observed() {
        return observations.stream().map(o -> o.signal).toList();
    }

    /**
     * What is acted on, in order.
     *
     * @return as in a manifest
     */
    public List<ActedSignal> acted() {
        return actions.stream().map(a -> a.signal).toList();
    }
}
