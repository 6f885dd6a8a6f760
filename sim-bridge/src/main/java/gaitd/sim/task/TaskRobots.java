package gaitd.sim.task;

import gaitd.hal.A1;
import gaitd.policies.learn.RandomStream;
import gaitd.policies.learn.Transitions;
import gaitd.runtime.config.RangeSetting;
import gaitd.runtime.config.Setting;
import gaitd.runtime.policy.ObservationRow;
import gaitd.runtime.policy.RobotSignals;
import gaitd.runtime.policy.WalkingPolicy;
import gaitd.sim.cases.FieldCase;
import gaitd.sim.env.EnvTask;
import gaitd.sim.env.EpisodeStart;
import gaitd.sim.fault.FaultPlan;
import gaitd.sim.vary.Variation;
import java.util.List;
import java.util.stream.IntStream;

/** The robots of a task: where their episodes begin, what they observe, and policies that take the learner's actions. */
final class TaskRobots implements EnvTask {
    private static final double START_SHARE = 0.25;
    private static final double BORDER_M = 0.5;
    private static final double AHEAD_FROM_M = -1;
    private static final double AHEAD_LENGTH_M = 1.2;
    private static final double AHEAD_TURN_RAD = 0.4;

    private final A1Task task;
    private final FaultPlan faults;
    private final FieldCase fieldCase;
    private final List<GroundPlan> plans;
    private final List<Patchwork> grounds;
    private final GroundLevels levels;
    private final LearnerAction[] action;
    private final ObservationRow[] observation;
    private final RandomStream[] random;
    private final int size;
    private final int steps;
    private final double stepS;
    private Transitions transitions;
    private double share;

    /** Robots of a task, each with its entry of the list of grounds and what was made of it. */
    TaskRobots(
            final A1Task task,
            final List<GroundPlan> plans,
            final List<Patchwork> grounds,
            final FaultPlan faults,
            final FieldCase fieldCase) {
        this.task = task;
        this.plans = plans;
        levels = new GroundLevels(plans.stream().mapToInt(GroundPlan::levels).toArray(), task.curriculum.first());
        this.fieldCase = fieldCase;
        this.faults = fieldCase.faults(faults);
        this.grounds = grounds;
        final int robots = grounds.size();
        size = task.observationSize();
        stepS = TaskSignals.ticksPerStep(task.config()) * task.config().periodNs() * 1e-9;
        steps = (int) Math.rint(task.episodeS * task.config().get(Setting.POLICY_RATE_HZ));
        action = IntStream.range(0, robots)
                .mapToObj(robot -> new LearnerAction(robot, task.actionSize()))
                .toArray(LearnerAction[]::new);
        observation = IntStream.range(0, robots)
                .mapToObj(robot -> TaskSignals.observation(task))
                .toArray(ObservationRow[]::new);
        random = IntStream.range(0, robots)
                .mapToObj(robot -> new RandomStream(0))
                .toArray(RandomStream[]::new);
    }

    /** Reads actions from here and writes observations to it from now on; between steps only. */
    void use(final Transitions next) {
        transitions = next;
        for (final LearnerAction each : action) {
            each.use(next.action);
        }
    }

    /** Sets the share of training that is done; between steps only. */
    void progress(final double shareDone) {
        share = shareDone;
    }

    /** Levels where success decides how hard the ground is. */
    GroundLevels levels() {
        return levels;
    }

    /** What a robot's commands of an axis are multiplied by in its present episode. */
    double faster(final int robot, final int axis) {
        return plans.get(robot).faster(axis, task.curriculum.bySuccess() ? levels.share(robot) : share);
    }

    LearnerAction action(final int robot) {
        return action[robot];
    }

    @Override
    public WalkingPolicy[] policies(final int robot) {
        return new WalkingPolicy[] {TaskSignals.policy(task, action[robot])};
    }

    @Override
    public FaultPlan faults() {
        return faults;
    }

    @Override
    public FieldCase fieldCase() {
        return fieldCase;
    }

    @Override
    public void vary(final int robot, final long seed, final Variation drawn) {
        if (task.weakMotor[0] < 1) {
            final RandomStream chance = random[robot];
            chance.reseed(seed);
            final int motor = (int) (A1.JOINTS * chance.nextDouble());
            final double strength = task.weakMotor[0] + (task.weakMotor[1] - task.weakMotor[0]) * chance.nextDouble();
            drawn.set(
                    RangeSetting.MOTOR_STRENGTH,
                    motor,
                    Math.min(strength, drawn.get(RangeSetting.MOTOR_STRENGTH, motor)));
        }
    }

    @Override
    public void ended(final int robot, final boolean fell, final double askedM, final double wentM) {
        levels.ended(robot, fell, askedM, wentM);
    }

    @Override
    public void begin(final int robot, final int episode, final long seed, final EpisodeStart start) {
        action[robot].reset();
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
        final int level = task.curriculum.bySuccess()
                ? levels.draw(robot, chance.nextDouble(), chance.nextDouble())
                : (int) Math.rint(hardness * (ground.patches - 1));
        if (ground.patchM < Double.POSITIVE_INFINITY) {
            final double centre = ground.patchM * level;
            final double reach = 0.5 * ground.patchM - BORDER_M;
            start.xM = centre + along * ground.patchM;
            start.yM = across * ground.patchM;
            start.minXM = centre - reach;
            start.maxXM = centre + reach;
            start.minYM = -reach;
            start.maxYM = reach;
            if (plans.get(robot).ahead()) {
                start.xM = centre + AHEAD_FROM_M + AHEAD_LENGTH_M * chance.nextDouble();
                start.headingRad = AHEAD_TURN_RAD * (2 * chance.nextDouble() - 1);
            }
        }
    }

    @Override
    public void observe(final int robot, final RobotSignals signals, final boolean last) {
        observation[robot].update(signals, action[robot].last, action[robot].steps() * stepS);
        observation[robot].copy(last ? transitions.finalObservation : transitions.observation, robot * size);
    }
}
