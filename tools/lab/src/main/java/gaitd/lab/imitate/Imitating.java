package gaitd.lab.imitate;

import gaitd.lab.train.TrainFolder;
import gaitd.policies.bundle.BundleStore;
import gaitd.policies.bundle.Provenance;
import gaitd.policies.learn.Copying;
import gaitd.policies.learn.EpisodeLog;
import gaitd.policies.learn.Imitation;
import gaitd.policies.learn.Lesson;
import gaitd.policies.learn.Net;
import gaitd.policies.learn.NetPlan;
import gaitd.policies.learn.Nets;
import gaitd.policies.learn.NonFiniteException;
import gaitd.policies.learn.PpoSettings;
import gaitd.policies.learn.WiringPlan;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Refusal;
import gaitd.runtime.config.Version;
import gaitd.sim.fault.FaultPlan;
import gaitd.sim.task.A1Env;
import gaitd.sim.task.A1Task;
import gaitd.sim.task.TaskBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One imitation in its folder: rounds, the table, a checkpoint after each, and the bundle at the end. A killed one loses the round under way. */
final class Imitating implements AutoCloseable {
    private final ImitatePlan plan;
    private final TrainFolder folder;
    private final Path table;
    private final A1Env env;
    private final Net net;
    private final float[][] normalisation;
    private final Lesson lesson;
    private final EpisodeLog episodes;
    private final List<ImitateRound> rows = new ArrayList<>();
    private double seconds;

    /**
     * Goes on in the folder, or begins.
     *
     * @param out folder, made when missing
     * @param threads that step the environments
     * @throws IOException when the folder cannot be used
     * @throws ConfigException in one line when the plan does not hold together or the folder has another run
     */
    Imitating(final ImitatePlan plan, final Path out, final int threads) throws IOException {
        this.plan = plan;
        Files.createDirectories(out);
        folder = new TrainFolder(out);
        table = out.resolve("rounds.csv");
        final A1Task task = plan.task();
        env = plan.shown() == null ? new A1Env(task, plan.environments(), threads, FaultPlan.NONE) : null;
        try {
            folder.lock();
            normalisation = TaskBundle.normalisation(task, plan.teacher().manifest());
            net = Nets.of(plan.net(), task.observationSize(), task.actionSize());
            if (env == null) {
                lesson = new Copying(net, plan.shown(), plan.settings(), plan.rounds(), plan.seed());
                episodes = null;
            } else {
                final Imitation imitation = new Imitation(
                        net,
                        env,
                        new BundleTeacher(plan.teacher(), normalisation, plan.environments()),
                        normalisation,
                        plan.settings(),
                        plan.rounds(),
                        plan.seed());
                lesson = imitation;
                episodes = imitation.episodes();
            }
            if (Files.exists(folder.checkpoint)) {
                resume();
            }
        } catch (final IllegalArgumentException e) {
            close();
            throw new ConfigException(e.getMessage());
        } catch (final IOException | ConfigException | Refusal e) {
            close();
            throw e;
        }
    }

    private void resume() throws IOException {
        TrainFolder.read(folder.checkpoint, in -> {
            final String command = in.readUTF();
            if (!command.equals(plan.command())) {
                throw new ConfigException("--out " + folder.folder + " holds another run, \"" + command + "\", not \""
                        + plan.command() + "\": give its options to go on with it, or another folder");
            }
            seconds = in.readDouble();
            lesson.read(in);
        });
        for (final String line : Files.exists(table) ? Files.readAllLines(table) : List.<String>of()) {
            final ImitateRound row = ImitateRound.of(line);
            if (row != null && row.round() == rows.size() + 1 && row.round() <= lesson.rounds()) {
                rows.add(row);
            }
        }
    }

    /**
     * Goes on until the plan is done, a stop is asked for or a value is not finite.
     *
     * @param stop asked between rounds
     * @param observer called after each
     * @return whether the plan is done, and the bundle is there
     * @throws IOException when a file cannot be written
     * @throws Refusal in one line when a value is infinite or not a number
     */
    boolean run(final BooleanSupplier stop, final Consumer<ImitateRound> observer) throws IOException {
        while (lesson.rounds() < plan.rounds() && !stop.getAsBoolean()) {
            final double share = env == null ? 1 : plan.settings().teacherShare(lesson.rounds());
            final long startNs = System.nanoTime();
            try {
                lesson.round();
            } catch (final NonFiniteException e) {
                throw new Refusal(
                        e.getMessage() + ": the imitation ends here, the checkpoint of round " + rows.size()
                                + " stays; begin again in another folder with a smaller --rate",
                        e);
            }
            seconds += (System.nanoTime() - startNs) * 1e-9;
            final ImitateRound row = new ImitateRound(
                    lesson.rounds(),
                    (long) lesson.rounds() * stepsPerRound(),
                    seconds,
                    share,
                    lesson.error(),
                    episodes == null ? Double.NaN : episodes.reward(),
                    episodes == null ? Double.NaN : episodes.success());
            rows.add(row);
            save();
            observer.accept(row);
        }
        final boolean done = lesson.rounds() >= plan.rounds();
        if (done) {
            finish();
        }
        return done;
    }

    private int stepsPerRound() {
        return env == null ? plan.shown().begins.length : plan.settings().steps() * plan.environments();
    }

    private void save() throws IOException {
        final StringBuilder text = new StringBuilder(ImitateRound.HEADER + "\n");
        rows.forEach(row -> text.append(row.row()).append('\n'));
        Files.writeString(table, text);
        folder.replace(folder.checkpoint, out -> {
            out.writeUTF(plan.command());
            out.writeDouble(seconds);
            lesson.write(out);
        });
    }

    private void finish() throws IOException {
        BundleStore.write(
                TaskBundle.make(
                        plan.task(),
                        name(),
                        net.export(lesson.student()),
                        normalisation[0],
                        normalisation[1],
                        PpoSettings.OBSERVATION_MAX,
                        new Provenance(plan.command(), plan.seed(), Version.TEXT)),
                folder.bundle);
    }

    private String name() {
        final NetPlan student = plan.net();
        final boolean circuit = student.wiring().kind() == WiringPlan.Kind.NCP;
        return "%s-imitated-%s%d"
                .formatted(
                        plan.task().name(),
                        circuit ? "ncp" : student.kind().key(),
                        student.hidden().getFirst());
    }

    /** All rounds so far. */
    List<ImitateRound> rows() {
        return List.copyOf(rows);
    }

    /** Where the policy is when the plan is done. */
    Path bundle() {
        return folder.bundle;
    }

    /** Weights, time constants and all else that is learned. */
    int parameters() {
        return net.layout().size();
    }

    @Override
    public void close() {
        folder.close();
        if (env != null) {
            env.close();
        }
    }
}
