package gaitd.lab.classic;

import gaitd.lab.train.ClassicTask;
import gaitd.lab.walks.WalkFlags;
import gaitd.policies.learn.classic.ClassicEnv;
import gaitd.robot.cli.Inputs;
import gaitd.robot.cli.options.JsonOption;
import gaitd.runtime.config.ConfigException;
import gaitd.sim.Engine;
import gaitd.sim.env.Workers;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ParseResult;

/** Evaluates policies of a textbook task. */
public final class ClassicEval {
    private static final int EPISODES_MAX = 10_000;
    private static final List<String> OF_ROBOTS = WalkFlags.and("--baseline", "--config", "--plot", "--on");

    private final String task;
    private final Engine engine;
    private final List<Path> folders;
    private final long seed;
    private final int seeds;
    private final int episodes;

    /**
     * An evaluation.
     *
     * @param task name of a textbook task
     * @param engine physics
     * @param folders of finished trainings
     * @param seed the first
     * @param seeds how many, 1 or more
     * @param episodes of each seed
     */
    public ClassicEval(
            final String task,
            final Engine engine,
            final List<Path> folders,
            final long seed,
            final int seeds,
            final int episodes) {
        this.task = task;
        this.engine = engine;
        this.folders = List.copyOf(folders);
        this.seed = seed;
        this.seeds = seeds;
        this.episodes = (int) Inputs.inRange("--episodes", episodes, 1, EPISODES_MAX, "episodes of a textbook task");
    }

    /**
     * Refuses options that a textbook task has no use for.
     *
     * @param task name of a textbook task
     * @param parsed the command line
     * @throws ConfigException in one line
     */
    public static void check(final String task, final ParseResult parsed) {
        for (final String flag : OF_ROBOTS) {
            if (parsed.hasMatchedOption(flag)) {
                throw new ConfigException(flag + " is of no use to the textbook task " + task + ": leave it out");
            }
        }
    }

    /**
     * Runs it, prints its table and writes its report.
     *
     * @param threads how many run seeds; they make no difference to any figure
     * @param json where the report goes
     * @param video where a film of the first policy's first episode goes, null for none
     * @param out where the table goes
     */
    public void run(final int threads, final JsonOption json, final Path video, final PrintWriter out) {
        final List<ClassicSubject> subjects = ClassicSubject.read(folders);
        try (ClassicEnv one = ClassicTask.make(task, 1, engine)) {
            subjects.forEach(subject -> subject.policy(task, one));
        }
        final ClassicEpisodes[] runs = new ClassicEpisodes[subjects.size() * seeds];
        try (Workers workers = new Workers(Math.min(threads, runs.length))) {
            workers.run(runs.length, i -> runs[i] = one(subjects.get(i / seeds), seed + i % seeds));
        }
        final List<ClassicEpisodes> results = new ArrayList<>();
        for (int i = 0; i < subjects.size(); i++) {
            results.add(ClassicEpisodes.all(Arrays.asList(runs).subList(i * seeds, (i + 1) * seeds)));
        }
        final ClassicReport report = new ClassicReport(
                task, ClassicTask.of(task).canBeLost(), engine, seed, seeds, episodes, subjects, results);
        json.write(report.json());
        out.print(report.table());
        out.flush();
        if (video != null) {
            try (ClassicEnv one = ClassicTask.make(task, 1, engine)) {
                out.println(ClassicFilm.make(task, subjects.getFirst().policy(task, one), one, seed, video));
            }
        }
    }

    private ClassicEpisodes one(final ClassicSubject subject, final long of) {
        try (ClassicEnv env = ClassicTask.make(task, episodes, engine)) {
            return ClassicEpisodes.run(subject.policy(task, env), env, of);
        }
    }
}
