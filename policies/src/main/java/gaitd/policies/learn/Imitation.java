package gaitd.policies.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * A student learns to do what a teacher does, along ways that it takes itself, so that it learns what to do where its own mistakes lead
 * (DAgger).
 *
 * <p>In the first round the teacher drives, then the student in more and more environments; the teacher is asked at every step. Then the
 * student learns from the demonstrations of the last rounds. Each round begins with a reset, so that what was written after one goes on
 * with the same bits.
 *
 * <p>Source: Ross, Gordon and Bagnell, A reduction of imitation learning and structured prediction to no-regret online learning, 2011.
 */
public final class Imitation extends Lesson {

    private final VectorEnv env;
    private final Teacher teacher;
    private final ImitationSettings settings;
    private final int planned;
    private final long seed;
    private final Transitions transitions;
    private final Normaliser normaliser;
    private final NetBatch driver;
    private final float[] wanted;
    private final boolean[] begins;
    private final EpisodeLog episodes;
    private final Deque<Demonstrations> kept = new ArrayDeque<>();

    /**
     * Before the first round.
     *
     * @param net the student
     * @param env where it goes its ways
     * @param teacher asked
     * @param normalisation means of the observations, which are subtracted, and deviations above 0, by which they are divided
     * @param settings how it learns
     * @param rounds of the whole imitation, which the step size is spread over
     * @param seed decides everything that is drawn
     * @throws IllegalArgumentException when there are fewer environments than sequences in a batch
     */
    public Imitation(
            final Net net,
            final VectorEnv env,
            final Teacher teacher,
            final float[][] normalisation,
            final ImitationSettings settings,
            final int rounds,
            final long seed) {
        super(net, settings, rounds, seed);
        if (env.environments() < settings.batch()) {
            throw new IllegalArgumentException("%d environments for batches of %d sequences: expected as many or more"
                    .formatted(env.environments(), settings.batch()));
        }
        this.env = env;
        this.teacher = teacher;
        this.settings = settings;
        this.seed = seed;
        planned = rounds;
        transitions = Transitions.of(env);
        normaliser = new Normaliser(env.observations());
        normaliser.take(normalisation[0], normalisation[1]);
        driver = new NetBatch(net, env.environments(), 1, 0);
        wanted = new float[transitions.action.length];
        begins = new boolean[env.environments()];
        episodes = new EpisodeLog(env.environments(), env.rewardTerms().size());
    }

    @Override
    List<Demonstrations> shown() {
        env.progress((double) rounds() / planned);
        kept.addLast(go());
        if (kept.size() > settings.rounds()) {
            kept.removeFirst();
        }
        return List.copyOf(kept);
    }

    private Demonstrations go() {
        final int n = env.environments();
        final int actions = env.actions();
        final int taught = (int) Math.rint(settings.teacherShare(rounds()) * n);
        final Demonstrations ways = new Demonstrations(n, settings.steps(), env.observations(), actions);
        env.reset(RandomStream.seed(seed, rounds()), transitions);
        episodes.restart();
        Arrays.fill(begins, true);
        Arrays.fill(driver.data.initialState, 0);
        driver.load(student());
        for (int step = 0; step < settings.steps(); step++) {
            show(ways, step);
            System.arraycopy(wanted, 0, transitions.action, 0, taught * actions);
            System.arraycopy(
                    driver.data.outputs,
                    taught * actions,
                    transitions.action,
                    taught * actions,
                    (n - taught) * actions);
            env.step(transitions);
            episodes.step(transitions);
            for (int i = 0; i < n; i++) {
                begins[i] = transitions.terminated[i] || transitions.truncated[i];
            }
        }
        return ways;
    }

    /** Asks teacher and student about the observations as they are, and notes what the teacher says. */
    private void show(final Demonstrations ways, final int step) {
        final int n = env.environments();
        final int size = env.observations();
        final int first = step * n;
        for (int i = 0; i < n; i++) {
            normaliser.apply(
                    transitions.observation, i * size, ways.input, (first + i) * size, PpoSettings.OBSERVATION_MAX);
        }
        System.arraycopy(begins, 0, ways.begins, first, n);
        teacher.ask(transitions.observation, begins, wanted);
        for (int k = 0; k < wanted.length; k++) {
            wanted[k] = Math.clamp(wanted[k], -1, 1);
        }
        System.arraycopy(wanted, 0, ways.action, first * env.actions(), wanted.length);
        System.arraycopy(ways.input, first * size, driver.data.inputs, 0, n * size);
        System.arraycopy(begins, 0, driver.data.restarts, 0, n);
        driver.forward();
        System.arraycopy(driver.data.finalState, 0, driver.data.initialState, 0, driver.data.finalState.length);
    }

    /**
     * The episodes of the rounds, whoever drove.
     *
     * @return live
     */
    public EpisodeLog episodes() {
        return episodes;
    }

    @Override
    public void write(final DataOutput out) throws IOException {
        super.write(out);
        episodes.write(out);
        env.write(out);
        out.writeInt(kept.size());
        for (final Demonstrations ways : kept) {
            ways.write(out);
        }
    }

    @Override
    public void read(final DataInput in) throws IOException {
        super.read(in);
        episodes.read(in);
        env.read(in);
        final int count = in.readInt();
        if (count < 0 || count > settings.rounds()) {
            throw new IOException(count + " rounds are kept where there may be " + settings.rounds());
        }
        kept.clear();
        for (int i = 0; i < count; i++) {
            final Demonstrations ways =
                    new Demonstrations(env.environments(), settings.steps(), env.observations(), env.actions());
            ways.read(in);
            kept.addLast(ways);
        }
    }
}
