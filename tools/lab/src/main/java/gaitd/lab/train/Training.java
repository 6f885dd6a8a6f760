package gaitd.lab.train;

import gaitd.policies.bundle.BundleFiles;
import gaitd.policies.bundle.BundleStore;
import gaitd.policies.bundle.Provenance;
import gaitd.policies.learn.Moments;
import gaitd.policies.learn.Net;
import gaitd.policies.learn.Nets;
import gaitd.policies.learn.NonFiniteException;
import gaitd.policies.learn.PpoLearner;
import gaitd.policies.learn.PpoSettings;
import gaitd.policies.learn.RandomStream;
import gaitd.policies.learn.TrainedNetworks;
import gaitd.policies.learn.VectorEnv;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Refusal;
import gaitd.runtime.config.Version;
import gaitd.sim.env.Workers;
import gaitd.sim.task.A1Task;
import gaitd.sim.task.TaskBundle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * One training run in its folder: iterations, the table, checkpoints, and the bundle at the end.
 *
 * <p>Every so many iterations all episodes are reset together, so that a run that was killed can replay its actions
 * from there: at most the running iteration is lost, and the bits are those of a run without interruption.
 */
public final class Training implements AutoCloseable {
    /** Iterations between common beginnings of all episodes. */
    public static final int COMMON_BEGINNING = 128;

    private static final int SO_FAR_EVERY = 16;

    private static final int COMMAND_MAX = 100_000;

    private final TrainPlan plan;
    private final TrainFolder folder;
    private final VectorEnv env;
    private final Workers workers;
    private final Net actorNet;
    private final PpoLearner learner;
    private final ProgressTable table;
    private double seconds;
    private int replays;
    private Progress last;
    private String failure;

    /**
     * Resumes the training in the folder, or begins one.
     *
     * @param plan of the training
     * @param out folder, made when missing
     * @param threads how many may work at once
     * @throws IOException when the folder cannot be used
     * @throws ConfigException in one line when the plan does not hold together or the folder has another run
     */
    public Training(final TrainPlan plan, final Path out, final int threads) throws IOException {
        this.plan = plan;
        Files.createDirectories(out);
        folder = new TrainFolder(out);
        env = plan.task().make(plan.environments(), threads);
        workers = new Workers(threads);
        try {
            folder.lock();
            actorNet = Nets.of(plan.net(), env.observations(), env.actions());
            final Net criticNet = Nets.of(plan.criticNet(), env.observations(), 1);
            learner = new PpoLearner(actorNet, criticNet, env, plan.settings(), workers, plan.seed());
            final boolean begun = Files.exists(folder.checkpoint);
            if (plan.from() != null && (!begun || plan.freeze())) {
                begin(plan.from());
            }
            if (begun) {
                resume();
            }
            table = new ProgressTable(folder.table, env.rewardTerms(), learner.iteration());
            last = table.rows().isEmpty()
                    ? progressAfter(Double.POSITIVE_INFINITY)
                    : table.rows().getLast();
        } catch (final IllegalArgumentException e) {
            close();
            throw new ConfigException(e.getMessage());
        } catch (final IOException | ConfigException | Refusal e) {
            close();
            throw e;
        }
    }

    private void begin(final Path from) throws IOException {
        final Path file = new TrainFolder(from).learned;
        if (!Files.exists(file)) {
            throw new ConfigException(
                    "--from " + from + ": no finished training is there; expected a folder that train made");
        }
        TrainFolder.read(file, in -> {
            final TrainedNetworks before = TrainedNetworks.read(in);
            final int inputs = before.inputs();
            try {
                final Net actorBefore = Nets.of(plan.net(), inputs, before.outputs());
                learner.transfer(before, actorBefore, Nets.of(plan.criticNet(), inputs, 1));
                if (plan.freeze()) {
                    learner.freeze(actorBefore);
                }
            } catch (final IllegalArgumentException e) {
                throw new ConfigException("--from " + from + ": what was learned there does not fit: " + e.getMessage()
                        + "; expected the same networks, and a task whose observations and actions begin with those");
            }
        });
    }

    private void resume() throws IOException {
        TrainFolder.read(folder.checkpoint, in -> {
            final int length = in.readInt();
            if (length < 1 || length > COMMAND_MAX) {
                throw new IOException("a command line of " + length + " letters");
            }
            final byte[] bytes = new byte[length];
            in.readFully(bytes);
            final String command = new String(bytes, StandardCharsets.UTF_8);
            if (!command.startsWith("train ")) {
                throw new IOException("it does not begin with a command line");
            }
            if (!command.equals(plan.command())) {
                throw new ConfigException("--out " + folder.folder + " holds another run, \"" + command + "\", not \""
                        + plan.command() + "\": give its options to go on with it, or another folder");
            }
            seconds = in.readDouble();
            learner.read(in);
        });
        replays = learner.iteration() < plan.iterations() ? (int) (learner.iteration() % COMMON_BEGINNING) : 0;
    }

    /** Restores the environments by replaying actions; false when told to stop before. */
    private boolean bringBack(final BooleanSupplier stop) throws IOException {
        if (replays == 0) {
            return true;
        }
        final long first = learner.iteration() - replays;
        progress(first);
        learner.reset(RandomStream.seed(plan.seed(), first));
        final float[] actions = new float[learner.actions().length];
        for (int place = 0; place < replays; place++) {
            if (stop.getAsBoolean()) {
                return false;
            }
            progress(first + place);
            folder.recall(place, actions);
            learner.replay(actions);
        }
        replays = 0;
        return true;
    }

    private void progress(final long iteration) {
        final double share = (double) iteration / plan.iterations();
        env.progress(share);
        learner.progress(share);
    }

    /**
     * Trains until the plan is done, a stop is asked for or it fails; then the bundle is there when the plan is done.
     *
     * @param stop asked between iterations
     * @param observer called after each iteration
     * @return whether the plan is done
     * @throws IOException when a file cannot be written
     * @throws ConfigException in one line when the journal of an earlier time is not whole
     */
    public boolean run(final BooleanSupplier stop, final Consumer<Progress> observer) throws IOException {
        while (learner.iteration() < plan.iterations() && !stop.getAsBoolean() && bringBack(stop)) {
            final long startNs = System.nanoTime();
            final int place = (int) (learner.iteration() % COMMON_BEGINNING);
            progress(learner.iteration());
            if (place == 0) {
                learner.restart(RandomStream.seed(plan.seed(), learner.iteration()));
            }
            if (!iterate()) {
                return false;
            }
            folder.note(place, learner.actions());
            final double tookS = (System.nanoTime() - startNs) * 1e-9;
            seconds += tookS;
            last = progressAfter(tookS);
            table.add(last);
            save();
            if (learner.iteration() % SO_FAR_EVERY == 0 && plan.task().a1() != null) {
                Files.deleteIfExists(folder.soFar);
                BundleStore.write(bundle(), folder.soFar);
            }
            observer.accept(last);
        }
        final boolean done = learner.iteration() >= plan.iterations();
        if (done) {
            finish();
        }
        return done;
    }

    private boolean iterate() {
        try {
            learner.iterate();
            return true;
        } catch (final NonFiniteException e) {
            failure = e.getMessage();
            return false;
        }
    }

    private void save() throws IOException {
        folder.replace(folder.checkpoint, out -> {
            final byte[] command = plan.command().getBytes(StandardCharsets.UTF_8);
            out.writeInt(command.length);
            out.write(command);
            out.writeDouble(seconds);
            learner.write(out);
        });
    }

    private Progress progressAfter(final double tookS) {
        return new Progress(
                learner.iteration(),
                learner.iteration() * learner.stepsPerIteration(),
                seconds,
                learner.episodes().reward(),
                learner.episodes().length(),
                learner.episodes().success(),
                learner.update().divergence(),
                learner.update().rate(),
                learner.deviation(),
                learner.update().valueError(),
                learner.update().clipped(),
                learner.stepsPerIteration() / tookS,
                IntStream.range(0, env.rewardTerms().size())
                        .mapToObj(learner.episodes()::rewardTerm)
                        .toList());
    }

    private void finish() throws IOException {
        folder.replace(folder.learned, learner.trained()::write);
        if (plan.task().a1() != null) {
            BundleStore.write(bundle(), folder.bundle);
        }
    }

    private BundleFiles bundle() {
        final Moments seen = learner.observations();
        final float[] mean = new float[env.observations()];
        final float[] deviation = new float[mean.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) seen.mean(i);
            deviation[i] = (float) seen.deviation(i);
        }
        final A1Task task = plan.task().a1();
        final BundleFiles policy = TaskBundle.make(
                task,
                "%s-%s-%s"
                        .formatted(
                                task.name(),
                                plan.net().rule().key(),
                                plan.net().kind().key()),
                actorNet.export(learner.actor()),
                mean,
                deviation,
                PpoSettings.OBSERVATION_MAX,
                new Provenance(plan.command(), plan.seed(), Version.TEXT));
        return policy.withLearner(learner.part(plan.net(), plan.criticNet(), task.name(), task.text(), plan.command())
                .write());
    }

    /**
     * The learner.
     *
     * @return live
     */
    public PpoLearner learner() {
        return learner;
    }

    /**
     * Names of the terms of the reward.
     *
     * @return in the order of {@link Progress#terms}
     */
    public List<String> rewardTerms() {
        return env.rewardTerms();
    }

    /**
     * The table of iterations.
     *
     * @return live
     */
    public ProgressTable table() {
        return table;
    }

    /**
     * Figures of the last iteration.
     *
     * @return iteration 0 before the first
     */
    public Progress now() {
        return last;
    }

    /**
     * Why it ended before its time; the checkpoint is that of the iteration before.
     *
     * @return which value is infinite or not a number, where and since when; null when none is
     */
    public String failure() {
        return failure;
    }

    /**
     * Iterations to be replayed before the next one.
     *
     * @return 0 unless the run goes on between two common beginnings
     */
    public int replays() {
        return replays;
    }

    /**
     * Size of the activations that the learner stores for the backward pass.
     *
     * @return bytes
     */
    public long storedActivationBytes() {
        return Float.BYTES * learner.update().storedActivations();
    }

    /**
     * Path of the bundle of a finished run.
     *
     * @return the path, null when the task is not one of the robot's
     */
    public Path bundlePath() {
        return plan.task().a1() == null ? null : folder.bundle;
    }

    /** Ends the threads. */
    @Override
    public void close() {
        workers.close();
        env.close();
        folder.close();
    }
}
