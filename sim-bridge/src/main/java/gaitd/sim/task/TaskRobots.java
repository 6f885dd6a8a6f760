package gaitd.sim.task;

import gaitd.policies.learn.EnvRows;
import gaitd.policies.learn.RandomStream;
import gaitd.runtime.config.Setting;
import gaitd.runtime.policy.ObservationRow;
import gaitd.runtime.policy.RobotSignals;
import gaitd.runtime.policy.WalkingPolicy;
import gaitd.sim.env.EnvTask;
import gaitd.sim.env.EpisodeStart;
import java.util.List;
import java.util.stream.IntStream;

/** What a task decides for its robots: where they begin, and that the learner is their network. */
final class TaskRobots implements EnvTask {
    private static final double START_SHARE = 0.25;
    private static final double BORDER_M = 0.5;

    private final A1Task task;
    private final List<Patchwork> grounds;
    private final GivenAction[] given;
    private final ObservationRow[] row;
    private final RandomStream[] random;
    private final int size;
    private final int steps;
    private EnvRows rows;
    private double share;

    TaskRobots(final A1Task task, final List<Patchwork> grounds) {
        this.task = task;
        this.grounds = grounds;
        final int robots = grounds.size();
        size = task.observationSize();
        steps = (int) Math.rint(task.episodeS * task.config().get(Setting.POLICY_RATE_HZ));
        given = IntStream.range(0, robots)
                .mapToObj(robot -> new GivenAction(robot, task.actionSize()))
                .toArray(GivenAction[]::new);
        row = IntStream.range(0, robots)
                .mapToObj(robot -> TaskRows.observation(task))
                .toArray(ObservationRow[]::new);
        random = IntStream.range(0, robots)
                .mapToObj(robot -> new RandomStream(0))
                .toArray(RandomStream[]::new);
    }

    /** Takes the rows that are written and read from now on; between steps only. */
    void use(final EnvRows next) {
        rows = next;
        for (final GivenAction each : given) {
            each.use(next.action);
        }
    }

    /** How far training is; between steps only. */
    void progress(final double shareDone) {
        share = shareDone;
    }

    GivenAction given(final int robot) {
        return given[robot];
    }

    @Override
    public WalkingPolicy[] policies(final int robot) {
        return new WalkingPolicy[] {TaskRows.policy(task, given[robot])};
    }

    @Override
    public void begin(final int robot, final int episode, final long seed, final EpisodeStart start) {
        given[robot].reset();
        final RandomStream chance = random[robot];
        chance.reseed(seed);
        start.headingRad = 2 * Math.PI * chance.nextDouble();
        final double hardness = task.curriculum.hardness(share, chance.nextDouble());
        final double along = START_SHARE * (2 * chance.nextDouble() - 1);
        final double across = START_SHARE * (2 * chance.nextDouble() - 1);
        if (episode == 0) {
            start.steps = 1 + (int) (steps * chance.nextDouble());
        }
        final Patchwork ground = grounds.get(robot);
        if (ground.patchM < Double.POSITIVE_INFINITY) {
            final double centre = ground.patchM * Math.rint(hardness * (ground.patches - 1));
            final double reach = 0.5 * ground.patchM - BORDER_M;
            start.xM = centre + along * ground.patchM;
            start.yM = across * ground.patchM;
            start.minXM = centre - reach;
            start.maxXM = centre + reach;
            start.minYM = -reach;
            start.maxYM = reach;
        }
    }

    @Override
    public void observe(final int robot, final RobotSignals signals, final boolean last) {
        row[robot].update(signals, given[robot].last);
        row[robot].copy(last ? rows.finalObservation : rows.observation, robot * size);
    }
}
