package gaitd.sim.task;

import gaitd.policies.bundle.ActedSignal;
import gaitd.policies.bundle.ObservedSignal;
import gaitd.policies.bundle.TermFacts;
import gaitd.policies.learn.Signal;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.gait.JointGains;
import gaitd.runtime.gait.PolicyInput;
import gaitd.runtime.policy.ActionRow;
import gaitd.runtime.policy.JointOrder;
import gaitd.runtime.policy.LegAim;
import gaitd.runtime.policy.ObservationRow;
import gaitd.runtime.policy.Scaling;
import gaitd.runtime.policy.WalkingPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A task's lists of observations and actions as the stages that read a bundle's lists on the robot. */
final class TaskSignals {
    private TaskSignals() {}

    /** The learner's observation: the task's list without limits. */
    static ObservationRow observation(final A1Task task) {
        final int size = task.observationSize();
        final double[] min = new double[size];
        final double[] max = new double[size];
        Arrays.fill(min, Double.NEGATIVE_INFINITY);
        Arrays.fill(max, Double.POSITIVE_INFINITY);
        return new ObservationRow(
                task.observed().toArray(ObservedSignal[]::new),
                task.observations.stream().mapToInt(o -> o.scale.length).toArray(),
                task.observations.stream().map(o -> o.facts).toArray(TermFacts[]::new),
                new Scaling(scale(task.observations), offset(task.observations), min, max),
                task.posture.poseRad(),
                JointOrder.ROBOT);
    }

    /** A policy whose network outputs the learner's actions. */
    static WalkingPolicy policy(final A1Task task, final LearnerAction learner) {
        final Config config = task.config();
        final double[] limit = limit(task.actions);
        final double[] least = Arrays.stream(limit).map(l -> -l).toArray();
        final PolicyInput input = new PolicyInput(config);
        final ActionRow action = new ActionRow(
                task.acted().toArray(ActedSignal[]::new),
                new Scaling(limit, new double[limit.length], least, limit),
                IntStream.range(0, PolicyInput.ACTIONS)
                        .mapToDouble(input::limit)
                        .toArray(),
                JointOrder.ROBOT,
                task.movesLegs() ? new LegAim(config, JointOrder.ROBOT, task.posture.poseRad()) : null);
        final ObservationRow nothing = new ObservationRow(
                new ObservedSignal[0],
                new int[0],
                new Scaling(new double[0], new double[0], new double[0], new double[0]),
                new double[0],
                JointOrder.ROBOT);
        final JointGains gains = new JointGains(task.posture.kp(), task.posture.kd());
        return new WalkingPolicy(config, nothing, action, gains, learner, limit.length, 1, ticksPerStep(config));
    }

    static int ticksPerStep(final Config config) {
        return (int) Math.rint(config.get(Setting.RATE_HZ) / config.get(Setting.POLICY_RATE_HZ));
    }

    static double[] scale(final List<Observed> list) {
        return list.stream().flatMapToDouble(o -> Arrays.stream(o.scale)).toArray();
    }

    static double[] offset(final List<Observed> list) {
        return list.stream().flatMapToDouble(o -> Arrays.stream(o.offset)).toArray();
    }

    /** What an action of 1 means, of each value. */
    static double[] limit(final List<Acted> list) {
        return list.stream().flatMapToDouble(a -> Arrays.stream(a.limit)).toArray();
    }

    /** What each value of an observation holds. */
    static List<Signal> observed(final A1Task task) {
        return task.observations.stream()
                .flatMap(o -> Signal.of(o.signal.key(), o.scale, o.offset).stream())
                .toList();
    }

    /** What each value of an action moves. */
    static List<Signal> acted(final A1Task task) {
        return task.actions.stream()
                .flatMap(a -> Signal.of(a.signal.key(), a.limit, new double[a.limit.length]).stream())
                .toList();
    }
}
